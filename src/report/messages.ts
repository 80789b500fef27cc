import { html, type Markup } from './markup.ts'

/** Everything the pages say, in Vietnamese and English. `{…}` is filled in. */
export const MESSAGES = {
  // both pages
  language: ['English', 'Tiếng Việt'],
  theme: ['Sáng / tối', 'Light / dark'],
  unnamed: ['Không có trích yếu', 'No title'],
  confidence: ['Độ tin cậy', 'Confidence'],
  doubts: ['Chỗ nghi', 'Doubts'],
  warnings: ['Cảnh báo', 'Warnings'],
  pages: ['Trang', 'Pages'],
  issuer: ['Cơ quan ban hành', 'Issuer'],
  // a document
  documents: ['Tất cả văn bản', 'All documents'],
  skip: ['Đến nội dung', 'Skip to the text'],
  text: ['Văn bản', 'Text'],
  page: ['Trang {page}', 'Page {page}'],
  pageOf: ['trang {page}, dòng {line}', 'page {page}, line {line}'],
  pagePicture: ['Ảnh trang {page}', 'Picture of page {page}'],
  noDocument: [
    'Không có văn bản gốc ở đây: trang này chỉ có kế hoạch.',
    'The document is not at hand: this page shows the plan alone.',
  ],
  view: ['Cách xem', 'View'],
  beside: ['Cạnh nhau', 'Side by side'],
  over: ['Đè lên ảnh', 'Over the picture'],
  textOnly: ['Chỉ văn bản', 'Text only'],
  sides: ['Kiểm tra và kết quả', 'Checks and results'],
  plan: ['Kế hoạch', 'Plan'],
  tasks: ['Nhiệm vụ', 'Tasks'],
  dates: ['Thời gian', 'Dates'],
  noTasks: ['Không thấy nhiệm vụ nào.', 'No task was found.'],
  noDates: ['Không thấy mốc thời gian nào.', 'No date was found.'],
  noWarnings: ['Không có cảnh báo.', 'There is no warning.'],
  noDoubts: ['Không còn chỗ nghi.', 'No doubt is left.'],
  number: ['Số', 'Number'],
  parent: ['Cơ quan cấp trên', 'Superior body'],
  placeDate: ['Nơi, ngày', 'Place, date'],
  kind: ['Loại', 'Kind'],
  title: ['Trích yếu', 'Title'],
  basis: ['Căn cứ', 'Basis'],
  recipients: ['Nơi nhận', 'Recipients'],
  signature: ['Người ký', 'Signed by'],
  targets: ['Chỉ tiêu', 'Targets'],
  assignments: ['Phân công', 'Assignments'],
  task: ['Việc', 'Task'],
  lead: ['Chủ trì', 'Lead'],
  support: ['Phối hợp', 'Support'],
  deadline: ['Thời hạn', 'Deadline'],
  output: ['Sản phẩm', 'Output'],
  issued: ['Ban hành', 'Issued'],
  recurring: ['Thường kỳ', 'Recurring'],
  atPage: ['tr. {page}', 'p. {page}'],
  // choosing
  word: ['Chữ đang xem', 'Present word'],
  asRead: ['máy đọc', 'as read'],
  asRepaired: ['đang dùng', 'in use'],
  choose: ['Chọn chữ đúng', 'Choose what is printed'],
  previous: ['Trước', 'Previous'],
  next: ['Sau', 'Next'],
  edit: ['Gõ chữ khác', 'Type it'],
  editLabel: ['Chữ in trên giấy (để trống nếu không có chữ)', 'What is printed (empty if nothing is)'],
  accept: ['Ghi', 'Accept'],
  undo: ['Bỏ sửa', 'Undo'],
  join: ['Ghép chữ sau', 'Join the next word'],
  part: ['Tách lại', 'Take apart'],
  byLine: [
    'Chữ đang dùng hợp nhất với cả dòng; xét riêng chỗ này thì chữ khác dễ đúng hơn.',
    'What is in use fits the whole line best; by itself another word is likelier here.',
  ],
  nothing: ['(không có chữ)', '(no word)'],
  settled: ['đã xem', 'settled'],
  progress: ['{done} / {all} chỗ nghi đã xem', '{done} of {all} doubts settled'],
  position: ['Chỗ nghi {at} / {all}', 'Doubt {at} of {all}'],
  notDoubted: ['Chữ máy cho là chắc', 'A word the program is sure of'],
  begin: [
    'Bấm n để đến chỗ nghi đầu tiên, hoặc bấm vào một chữ bất kỳ.',
    'Press n for the first doubt, or click any word.',
  ],
  beginSure: ['Bấm vào một chữ bất kỳ để xem.', 'Click any word to look at it.'],
  nothingToJoin: ['Không có chữ nào kế tiếp trên dòng để ghép.', 'No word follows on the line.'],
  allSettled: ['Đã xem hết các chỗ nghi.', 'All doubts are settled.'],
  announce: [
    'Chỗ nghi {at} trên {all}, {place}: “{text}”, {percent}.',
    'Doubt {at} of {all}, {place}: “{text}”, {percent}.',
  ],
  corrected: ['Đã ghi “{text}”.', 'Recorded “{text}”.'],
  same: ['Sửa cả {count} chỗ khác đọc như thế', 'Do the same with {count} more'],
  alike: ['Bấm a để sửa cả {count} chỗ khác đọc như thế.', 'Press a for {count} more that were read so.'],
  sameDone: ['Đã sửa thêm {count} chỗ.', '{count} more corrected.'],
  undone: ['Đã bỏ sửa.', 'Undone.'],
  save: ['Lưu tệp sửa', 'Save corrections'],
  saveHint: [
    'Đặt {file} cạnh {document} rồi chạy lại plan-extract.',
    'Put {file} beside {document} and run plan-extract again.',
  ],
  unsaved: ['{count} chỗ sửa chưa lưu thành tệp', '{count} corrections not saved to a file'],
  saving: ['Đang ghi…', 'Saving…'],
  saved: ['Đã ghi vào thư mục', 'Saved in the folder'],
  notSaved: ['Chưa ghi được: {reason}', 'Not saved: {reason}'],
  notKept: [
    'Trình duyệt không cho giữ lại: hãy lưu tệp trước khi đóng trang.',
    'The browser keeps nothing here: save the file before you close the page.',
  ],
  otherTab: [
    'Ở nơi khác chữ này vừa được sửa thành “{theirs}”; nay ghi “{mine}”.',
    'It was corrected to “{theirs}” elsewhere; now “{mine}” is recorded.',
  ],
  fromElsewhere: ['Đã nhận các chỗ sửa từ nơi khác.', 'Corrections made elsewhere have come in.'],
  // help
  help: ['Phím tắt', 'Keys'],
  close: ['Đóng', 'Close'],
  keysOn: ['Dùng phím tắt một chữ', 'Single-letter keys'],
  helpNext: ['chỗ nghi sau, trước', 'next, previous doubt'],
  helpChoose: ['chọn chữ trong danh sách', 'choose from the list'],
  helpEdit: ['gõ chữ khác', 'type it'],
  helpSame: ['sửa cả các chỗ khác đọc như thế', 'the same wherever it was read so'],
  helpJoin: ['ghép với chữ kế tiếp trên dòng', 'take the next word of the line with it'],
  helpUndo: ['bỏ chỗ sửa đang xem', 'undo the present correction'],
  helpSave: ['lưu tệp sửa', 'save the corrections'],
  helpView: ['đổi cách xem', 'change the view'],
  helpHelp: ['trang này', 'this help'],
  // the batch
  batch: ['Văn bản', 'Documents'],
  filter: ['Tìm theo tên, số, cơ quan, trích yếu', 'Find by name, number, issuer, title'],
  anyIssuer: ['Mọi cơ quan', 'Any issuer'],
  noIssuer: ['(không rõ)', '(unknown)'],
  only: ['Chỉ xem', 'Only'],
  everything: ['Mọi văn bản', 'All documents'],
  withWarnings: ['Có cảnh báo', 'With warnings'],
  withDoubts: ['Có chỗ nghi', 'With doubts'],
  under90: ['Tin cậy dưới 90 %', 'Confidence under 90 %'],
  failed: ['Không đọc được', 'Not read'],
  sort: ['Xếp theo', 'Sort by'],
  byOrder: ['Thứ tự tệp', 'Order of files'],
  byConfidence: ['Tin cậy thấp trước', 'Least sure first'],
  byWarnings: ['Nhiều cảnh báo trước', 'Most warnings first'],
  byDoubts: ['Nhiều chỗ nghi trước', 'Most doubts first'],
  byIssuer: ['Cơ quan', 'Issuer'],
  byDate: ['Mới nhất trước', 'Newest first'],
  shown: ['{shown} / {all} văn bản', '{shown} of {all} documents'],
  document: ['Văn bản', 'Document'],
  date: ['Ngày', 'Date'],
  notYet: ['chưa đọc', 'not read yet'],
  reading: ['Đang đọc văn bản…', 'Reading the document…'],
} as const satisfies Record<string, readonly [vietnamese: string, english: string]>

export type MessageKey = keyof typeof MESSAGES
export type Language = 'vi' | 'en'

/** A message in one language. */
export function message(
  key: MessageKey,
  language: Language,
  fields: Record<string, string | number> = {},
): string {
  return MESSAGES[key][language === 'vi' ? 0 : 1].replace(/\{([a-z]+)\}/gi, (_, name: string) =>
    String(fields[name] ?? ''),
  )
}

/** A message in both languages, of which the page shows the one that is chosen. */
export function both(key: MessageKey, fields: Record<string, string | number> = {}): Markup {
  return inBoth(message(key, 'vi', fields), message(key, 'en', fields))
}

export function inBoth(vietnamese: string, english: string): Markup {
  return html`<span class="in-vi" lang="vi">${vietnamese}</span><span class="in-en" lang="en">${english}</span>`
}

/** The name of an element that has no text; the page's script changes it with the language. */
export function label(key: MessageKey, fields: Record<string, string | number> = {}): Markup {
  const fieldsText =
    Object.keys(fields).length > 0 ? html` data-fields="${JSON.stringify(fields)}"` : undefined
  return html`aria-label="${message(key, 'vi', fields)}" data-label="${key}"${fieldsText}`
}
