/** What the command line says besides errors, in English (the key) and Vietnamese. What stands in braces is filled in. */
export const VIETNAMESE = {
  // commands
  'Reads scanned Vietnamese administrative plans (kế hoạch), repairs their text and gives each as JSON or YAML.':
    'Đọc kế hoạch hành chính đã quét, sửa chữ nhận dạng sai và xuất từng kế hoạch thành JSON hoặc YAML.',
  'documents to plans (this is what runs without a command)':
    'văn bản thành kế hoạch có cấu trúc (chạy lệnh này khi không nêu lệnh nào)',
  'repaired text only': 'chỉ lấy văn bản đã sửa chữ',
  'plan files against the schema and the rules a schema cannot say':
    'kiểm tra tệp kế hoạch theo lược đồ và các quy tắc ngoài lược đồ',
  'documents against the expected plans beside them, field by field':
    'đối chiếu văn bản với kế hoạch đúng nằm cạnh nó, từng trường một',
  'the same files with a right text layer, to be searched and copied':
    'chính các tệp ấy với lớp chữ đúng, tìm và chép được (PDF 2 lớp)',
  'the schema of a plan': 'lược đồ của một kế hoạch',
  'completion for a shell': 'gợi ý lệnh cho shell',
  'plans or documents into an archive that can be searched': 'đưa kế hoạch hoặc văn bản vào kho để tra cứu',
  'finds plans, statements and tasks in an archive': 'tìm kế hoạch, nội dung, nhiệm vụ trong kho',
  'what two plans share and where they differ': 'hai kế hoạch giống và khác nhau ở đâu',
  'what an archive holds': 'trong kho có những gì',
  'a lexicon of your own names and abbreviations, from corrections':
    'từ điển tên riêng và chữ viết tắt của đơn vị, học từ các chỗ đã sửa',
  'pages to look at: pictures, text, doubts, the plan': 'các trang để xem: ảnh, chữ, chỗ nghi, kế hoạch',
  'the same pages from a local server, which writes corrections to the folder':
    'cũng các trang ấy từ máy chủ tại chỗ, ghi chỗ sửa vào thư mục',
  'display help for command': 'xem hướng dẫn của lệnh',
  'output the version number': 'in số phiên bản',
  '(plan-extract --help shows what can be given)': '(plan-extract --help cho biết cách dùng)',
  'plan-extract extract --help lists the options; docs/cli.md says more.':
    'plan-extract extract --help liệt kê các tùy chọn; xem thêm docs/cli.md.',
  // arguments
  'files, folders, quoted patterns, - for standard input':
    'tệp, thư mục, mẫu tên trong dấu nháy, - là đầu vào chuẩn',
  'plan files, folders, quoted patterns, - for standard input':
    'tệp kế hoạch, thư mục, mẫu tên trong dấu nháy, - là đầu vào chuẩn',
  'folders, documents, quoted patterns': 'thư mục, văn bản, mẫu tên trong dấu nháy',
  'PDF and picture files, folders, quoted patterns': 'tệp PDF và ảnh, thư mục, mẫu tên trong dấu nháy',
  'plan files, documents, folders, quoted patterns': 'tệp kế hoạch, văn bản, thư mục, mẫu tên trong dấu nháy',
  'folders of documents with corrections, documents, quoted patterns':
    'thư mục văn bản có tệp sửa, văn bản, mẫu tên trong dấu nháy',
  'file of the archive, made if missing': 'tệp của kho, chưa có thì sẽ được tạo',
  'made by plan-extract index': 'do plan-extract index tạo',
  'words, "phrases", fields': 'từ, "cụm từ", trường',
  'plan file or document': 'tệp kế hoạch hoặc văn bản',
  'where the documents lie': 'nơi chứa các văn bản',
  // options
  'errors only': 'chỉ báo lỗi',
  'say which step took how long and why a page was read from its picture':
    'nói rõ từng bước mất bao lâu và vì sao một trang phải đọc từ ảnh',
  'form of the messages on stderr': 'dạng của thông báo trên stderr',
  'no colour, as with NO_COLOR set': 'không dùng màu, như khi đặt NO_COLOR',
  'language of messages and help (default: that of the locale)':
    'ngôn ngữ của thông báo và hướng dẫn (mặc định: theo hệ thống)',
  'one input: a file (- is stdout, the default); several: a folder, made if missing':
    'một đầu vào: một tệp (- là màn hình, mặc định); nhiều đầu vào: một thư mục, chưa có thì sẽ được tạo',
  'overwrite outputs that were made from a different document': 'ghi đè kết quả của văn bản khác',
  'json, yaml, ndjson or csv-tasks (default: by the ending of -o; on stdout json for one input, ndjson for several)':
    'json, yaml, ndjson hoặc csv-tasks (mặc định: theo đuôi của -o; ra màn hình thì json cho một đầu vào, ndjson cho nhiều)',
  'leave out inputs whose output was made from the same bytes, version and options':
    'bỏ qua đầu vào đã có kết quả từ cùng nội dung, phiên bản và tùy chọn',
  'write pages to look at as well: pictures, text, doubts, the plan':
    'ghi thêm các trang để xem: ảnh, chữ, chỗ nghi, kế hoạch',
  'form of the findings on stdout': 'dạng của danh sách chỗ sai trên stdout',
  'share of characters of a text that may differ, as body.text=0.02; may be given again':
    'tỷ lệ ký tự của một đoạn được phép khác, như body.text=0.02; dùng được nhiều lần',
  'auto: the text layer where it is at least as good as the picture, page by page':
    'auto: từng trang một, dùng lớp chữ khi nó không kém việc đọc từ ảnh',
  'only these pages, as 1-3,7': 'chỉ các trang này, như 1-3,7',
  'documents at work at the same time (default: number of cores)':
    'số văn bản xử lý cùng lúc (mặc định: số nhân của máy)',
  'exit code 3 if a document has a warning of severity error': 'mã thoát 3 nếu văn bản có cảnh báo ở mức lỗi',
  'stop at the first input that fails': 'dừng ở đầu vào hỏng đầu tiên',
  'warn of every word under this confidence, 0 to 1':
    'cảnh báo mọi chữ có độ tin cậy dưới mức này, từ 0 đến 1',
  'names and abbreviations of your own documents, from plan-extract learn':
    'tên riêng và chữ viết tắt của đơn vị, do plan-extract learn tạo',
  'leave NAME.corrections.yaml beside a document alone':
    'không áp dụng TÊN.corrections.yaml nằm cạnh văn bản',
  'for encrypted PDF': 'cho tệp PDF có mật khẩu',
  'file whose first line is the password': 'tệp có dòng đầu là mật khẩu',
  'tesseract.js (built in) or the installed tesseract':
    'tesseract.js (có sẵn) hoặc tesseract đã cài trên máy',
  'text recognition of one page; past it the page is a warning (default: 120)':
    'thời gian nhận dạng một trang; quá hạn thì trang thành cảnh báo (mặc định: 120)',
  'refuse documents with more pages': 'không nhận văn bản nhiều trang hơn',
  'refuse pictures with more pixels': 'không nhận ảnh có nhiều điểm ảnh hơn',
  'pages, lines and words with raw text, confidence, alternatives and boxes':
    'trang, dòng và chữ với chữ đọc thô, độ tin cậy, cách đọc khác và vị trí',
  'list the words that a person should look at': 'liệt kê các chữ cần người xem lại',
  'rewrite the expected plans': 'ghi lại các kế hoạch đúng',
  'folder, made if missing; for one input also a file that ends in .pdf':
    'thư mục, chưa có thì sẽ được tạo; một đầu vào thì cũng có thể là tệp có đuôi .pdf',
  'attach the plan as JSON': 'đính kèm kế hoạch dạng JSON',
  'write PDF/A-2b, with --attach PDF/A-3b, for long keeping':
    'ghi PDF/A-2b, cùng --attach thì PDF/A-3b, để lưu trữ lâu dài',
  'overwrite outputs of different documents; write files whose digital signature breaks':
    'ghi đè kết quả của văn bản khác; ghi cả tệp mà chữ ký số sẽ mất hiệu lực',
  'form of the schema': 'dạng của lược đồ',
  'remove plans that are not among the inputs': 'bỏ khỏi kho các kế hoạch không có trong đầu vào',
  'what to list': 'liệt kê cái gì',
  'at most so many hits': 'nhiều nhất bao nhiêu kết quả',
  'pass over so many hits': 'bỏ qua bao nhiêu kết quả đầu',
  'count the plans by issuer, level, year, kind and role':
    'đếm kế hoạch theo cơ quan, cấp, năm, loại văn bản và vai trò của mục',
  'plans that carry out this document': 'các kế hoạch thực hiện văn bản này',
  'hits as JSON': 'kết quả dạng JSON',
  'form of the list': 'dạng của danh sách',
  'file to write (xlsx needs one)': 'tệp để ghi (xlsx bắt buộc có)',
  'begin CSV with a byte order mark, so that Excel reads it as UTF-8':
    'đặt dấu BOM đầu tệp CSV để Excel đọc đúng UTF-8',
  'compare with the plans of an archive instead': 'so với các kế hoạch trong kho',
  'only what the other plan has and this one has not':
    'chỉ nêu phần kế hoạch kia có mà kế hoạch này không có',
  'form of the comparison': 'dạng của bản so sánh',
  'as --format json': 'như --format json',
  'file to write instead of stdout': 'tệp để ghi thay cho màn hình',
  'with --archive: at most so many plans': 'cùng --archive: nhiều nhất bao nhiêu kế hoạch',
  'as JSON': 'dạng JSON',
  'write the citations as a graph: .dot or .graphml': 'ghi quan hệ viện dẫn thành đồ thị: .dot hoặc .graphml',
  'day from which tasks are due, as 2026-06-01 (default: none)':
    'tính nhiệm vụ đến hạn từ ngày này, như 2026-06-01 (mặc định: không tính)',
  'the lexicon (default: stdout)': 'từ điển (mặc định: ra màn hình)',
  'folder of the pages, made if missing': 'thư mục chứa các trang, chưa có thì sẽ được tạo',
  'where the documents of the plans lie, if not beside them':
    'nơi chứa văn bản của các kế hoạch, nếu không nằm cạnh',
  'port of the server (default: one that is free)': 'cổng của máy chủ (mặc định: cổng còn rảnh)',
  // wrong values
  'Give page numbers from 1 and ranges, as 1-3,7.': 'Hãy nêu số trang từ 1 và khoảng trang, như 1-3,7.',
  'Give a whole number from 1.': 'Hãy nêu số nguyên từ 1.',
  'Give a whole number.': 'Hãy nêu một số nguyên.',
  'Give a number above 0.': 'Hãy nêu số lớn hơn 0.',
  'Give a number from 0 to 1.': 'Hãy nêu số từ 0 đến 1.',
  'Give a number up to 65535.': 'Hãy nêu số không quá 65535.',
  'Give a field and a share, as body.text=0.02.': 'Hãy nêu trường và tỷ lệ, như body.text=0.02.',
  'Give a date, as 2026-06-01.': 'Hãy nêu ngày, như 2026-06-01.',
  '--password-file: {path} cannot be read': '--password-file: không đọc được {path}',
  "unknown command '{command}'": "không có lệnh '{command}'",
  '(Did you mean {meant}?)': '(Có phải là {meant}?)',
  // plan-extract.yaml
  'give true or false': 'phải là true hoặc false',
  'give one value': 'phải là một giá trị',
  '{path}: unknown key “{key}”; did you mean “{meant}”?':
    '{path}: không có khóa “{key}”; có phải là “{meant}”?',
  '{path}: unknown key “{key}”; options of the command line are: {known}':
    '{path}: không có khóa “{key}”; các tùy chọn của dòng lệnh là: {known}',
  '{path}: give options as “name: value”, one a line': '{path}: mỗi dòng một tùy chọn, viết “tên: giá trị”',
  // while it runs
  'error:': 'lỗi:',
  'warning:': 'cảnh báo:',
  interrupted: 'đã ngắt',
  '(standard input)': '(đầu vào chuẩn)',
  'page {page}': 'trang {page}',
  'page {page}, line {line}': 'trang {page}, dòng {line}',
  '{count} page': '{count} trang',
  '{count} pages': '{count} trang',
  '{count} plan': '{count} kế hoạch',
  '{count} plans': '{count} kế hoạch',
  '{count} finding': '{count} chỗ sai',
  '{count} findings': '{count} chỗ sai',
  '{count} difference': '{count} chỗ khác',
  '{count} differences': '{count} chỗ khác',
  '{count} warning': '{count} cảnh báo',
  '{count} warnings': '{count} cảnh báo',
  files: 'tệp',
  pages: 'trang',
  'time left –': 'còn –',
  '{seconds}s left': 'còn {seconds} giây',
  '{minutes}m {seconds}s left': 'còn {minutes} phút {seconds} giây',
  '{count} done': 'xong {count}',
  '{count} left out (unchanged)': 'bỏ qua {count} (không đổi)',
  '{count} failed': 'hỏng {count}',
  '{counts} in {seconds} s': '{counts}, trong {seconds} giây',
  'no supported document in {inputs}': 'không có văn bản nào đọc được trong {inputs}',
  'no plan and no document in {inputs}': 'không có kế hoạch hay văn bản nào trong {inputs}',
  'no plan file in {inputs}': 'không có tệp kế hoạch nào trong {inputs}',
  'no document with an expected plan in {inputs}': 'không có văn bản nào kèm kế hoạch đúng trong {inputs}',
  'pages to look at: {page}': 'các trang để xem: {page}',
  // results of commands
  'no expected plan beside it': 'không có kế hoạch đúng nằm cạnh',
  'as expected': 'đúng như mong đợi',
  '{differences}, expected plan rewritten': '{differences}, đã ghi lại kế hoạch đúng',
  indexed: 'đã đưa vào kho',
  '{new} new, {replaced} replaced, {unchanged} unchanged, {removed} removed; {plans} in {archive}':
    '{new} mới, {replaced} thay, {unchanged} không đổi, {removed} bỏ ra; {plans} trong {archive}',
  'Open this address in a browser; Ctrl-C ends the server.':
    'Mở địa chỉ này bằng trình duyệt; bấm Ctrl-C để tắt máy chủ.',
  'its document, {file}, was not found; the page shows the plan alone':
    'không tìm thấy văn bản gốc {file}; trang chỉ có kế hoạch',
  'no plan has all of this; the nearest are': 'không kế hoạch nào có đủ; gần nhất là',
  'and nearly so': 'và gần đúng',
  'nothing found': 'không tìm thấy gì',
  '{documents} documents, {citations} citations → {graph}':
    '{documents} văn bản, {citations} viện dẫn → {graph}',
  '{kept} of {all} names and abbreviations from {documents} documents':
    '{kept} trên {all} tên riêng và chữ viết tắt, từ {documents} văn bản',
  'kept: {right}: {elsewhere} lines better elsewhere, {atHome} where it comes from, {harm} worse':
    'giữ: {right}: {elsewhere} dòng ở nơi khác đúng hơn, {atHome} ở nơi học được, {harm} sai đi',
  'left out: {right}: {elsewhere} lines better elsewhere, {atHome} where it comes from, {harm} worse':
    'bỏ: {right}: {elsewhere} dòng ở nơi khác đúng hơn, {atHome} ở nơi học được, {harm} sai đi',
} as const satisfies Record<string, string>
