/**
 * What errors say, in English and in Vietnamese. English is the key; a text that is missing here does not compile where it
 * is said. What stands in braces is filled in.
 */
export const VIETNAMESE = {
  // files
  'the file': 'tệp',
  'the file does not exist': 'không có tệp này',
  'the file or folder does not exist': 'không có tệp hoặc thư mục này',
  'the link leads to no file': 'liên kết không dẫn tới tệp nào',
  'no file matches the pattern': 'không có tệp nào khớp với mẫu tên',
  'the file has no bytes': 'tệp rỗng, không có byte nào',
  'the folder cannot be read': 'không đọc được thư mục',
  'the file cannot be read': 'không đọc được tệp',
  'the file cannot be read ({code})': 'không đọc được tệp ({code})',
  'this is a folder': 'đây là một thư mục',
  'this is a device': 'đây là một thiết bị, không phải tệp',
  'the file changed while it was read': 'tệp bị thay đổi trong khi đang đọc',
  'Run it again once the file is complete.': 'Hãy chạy lại khi tệp đã được ghi xong.',
  'the content is neither PDF, picture nor text': 'nội dung không phải PDF, ảnh hay văn bản thuần',
  'the file is larger than {most} bytes': 'tệp lớn hơn {most} byte',
  'the file has {count} pages, more than {maxPages}': 'tệp có {count} trang, quá mức {maxPages} trang',
  'the file has {pages} pages, more than {limit}': 'tệp có {pages} trang, quá mức {limit} trang',
  'Check the name; quote it if it holds spaces.':
    'Hãy kiểm tra tên tệp; đặt tên trong dấu nháy nếu có dấu cách.',
  'Check the name and the folder.': 'Hãy kiểm tra tên và thư mục.',
  'Check the name.': 'Hãy kiểm tra tên.',
  'Check its permissions.': 'Hãy kiểm tra quyền truy cập tệp.',
  'Check its permissions and that it is a regular file.':
    'Hãy kiểm tra quyền truy cập, và xem đó có phải tệp thường không.',
  'Copy it again from where it came.': 'Hãy sao chép lại từ nơi lưu bản gốc.',
  'Give a file.': 'Hãy chỉ ra một tệp.',
  'Give a PDF, PNG, JPEG, TIFF, WebP, BMP or plain text file.':
    'Hãy đưa vào tệp PDF, PNG, JPEG, TIFF, WebP, BMP hoặc văn bản thuần.',
  'Split it, or give only the pages of the plan.': 'Hãy tách tệp, hoặc chỉ đưa vào các trang của kế hoạch.',
  'Split it, or raise --max-pages.': 'Hãy tách tệp, hoặc tăng --max-pages.',
  'Name the pages of the plan with --pages after splitting it, or raise --max-pages.':
    'Hãy tách tệp rồi chỉ ra các trang của kế hoạch bằng --pages, hoặc tăng --max-pages.',
  'the work was stopped': 'công việc đã bị dừng',
  'the work on the file did not come to an end within {seconds} s':
    'việc xử lý tệp không kết thúc trong {seconds} giây',
  'It may be made to do harm. If you trust it, raise --timeout, or print it to PDF anew.':
    'Tệp có thể được tạo ra để gây hại. Nếu tin tệp này, hãy tăng --timeout, hoặc in lại ra PDF.',
  'the program failed: {message}': 'chương trình gặp sự cố: {message}',
  'Please report this with the document; --verbose shows where it happened.':
    'Đề nghị báo lỗi kèm văn bản; dùng --verbose để thấy nơi xảy ra.',
  // PDF and pictures
  'the file is encrypted': 'tệp bị khóa bằng mật khẩu',
  'the file is encrypted, and the password is wrong': 'tệp bị khóa, và mật khẩu đã nhập không đúng',
  'Remove the password with qpdf --decrypt, or give --password.':
    'Hãy gỡ mật khẩu bằng qpdf --decrypt, hoặc dùng --password.',
  'the PDF cannot be opened ({reason})': 'không mở được tệp PDF ({reason})',
  'it has no pages': 'tệp không có trang nào',
  'no objects of a document were found': 'không tìm thấy nội dung của một văn bản',
  'no page of the PDF can be read: {message}': 'không đọc được trang nào của tệp PDF: {message}',
  'Try to mend it with qpdf or by printing it to PDF anew.': 'Hãy thử sửa tệp bằng qpdf, hoặc in lại ra PDF.',
  'the PDF cannot be changed ({message})': 'không sửa đổi được tệp PDF ({message})',
  'Mend it with qpdf in.pdf out.pdf, then try again.':
    'Hãy sửa tệp bằng lệnh qpdf vao.pdf ra.pdf rồi chạy lại.',
  'the PDF holds a stream that unpacks to more than 64 MB': 'tệp PDF có luồng dữ liệu giải nén ra quá 64 MB',
  'the PDF holds drawings that multiply each other': 'tệp PDF có các hình vẽ nhân bội lẫn nhau',
  'It is no document of the field; look at it in a safe place before anything else.':
    'Đây không giống văn bản hành chính; hãy kiểm tra tệp ở nơi an toàn trước khi làm việc khác.',
  'a picture of {width} × {height} pixels, more than {most}':
    'ảnh cỡ {width} × {height} điểm ảnh, quá mức {most}',
  'a picture of {width} × {height} pixels, more than {maxPixels}':
    'ảnh cỡ {width} × {height} điểm ảnh, quá mức {maxPixels}',
  'a picture of {width} × {height} pixels, more than {limit}':
    'ảnh cỡ {width} × {height} điểm ảnh, quá mức {limit}',
  'the picture has more pixels than allowed': 'ảnh có số điểm ảnh quá mức cho phép',
  'Scan it with fewer dots per inch, or raise --max-pixels.':
    'Hãy quét với độ phân giải thấp hơn, hoặc tăng --max-pixels.',
  'Scale it down, or raise --max-pixels.': 'Hãy thu nhỏ ảnh, hoặc tăng --max-pixels.',
  'the picture cannot be decoded ({reason})': 'không giải mã được ảnh ({reason})',
  'Open and save it again in a picture program, or scan anew.':
    'Hãy mở và lưu lại bằng chương trình xem ảnh, hoặc quét lại.',
  'the BMP is damaged': 'tệp BMP bị hỏng',
  'Open and save it again in a picture program.': 'Hãy mở và lưu lại bằng chương trình xem ảnh.',
  'a BMP of {bits} bits with compression {compression}': 'tệp BMP {bits} bit với kiểu nén {compression}',
  'Save it as PNG.': 'Hãy lưu thành PNG.',
  // text recognition
  'text recognition took longer than {seconds} s': 'nhận dạng chữ quá {seconds} giây',
  'Give it more time with --timeout, or scan at 300 dpi or less.':
    'Hãy cho thêm thời gian bằng --timeout, hoặc quét ở 300 dpi trở xuống.',
  'text recognition failed ({reason})': 'nhận dạng chữ không thành công ({reason})',
  'no page could be read: {message}': 'không đọc được trang nào: {message}',
  'Try the other engine with --engine, or scan the page anew.':
    'Hãy thử bộ nhận dạng khác bằng --engine, hoặc quét lại trang.',
  'Try the other --engine, or scan anew.': 'Hãy thử bộ nhận dạng khác bằng --engine, hoặc quét lại.',
  'the program tesseract cannot be started': 'không khởi động được chương trình tesseract',
  'Install it with its Vietnamese model (tesseract-ocr, tesseract-ocr-vie), or leave --engine out.':
    'Hãy cài đặt cùng mô hình tiếng Việt (tesseract-ocr, tesseract-ocr-vie), hoặc bỏ --engine.',
  // searchable PDF
  'a text has no picture to lay its words under': 'tệp văn bản thuần không có ảnh để đặt lớp chữ',
  'Give the PDF or the picture that it was read from.': 'Hãy đưa vào tệp PDF hoặc ảnh gốc.',
  'the file is digitally signed, and a new text layer breaks the signature':
    'tệp đã ký số, thêm lớp chữ sẽ làm mất hiệu lực chữ ký',
  'Keep the signed file; --force writes another, in which the signature shows but is not valid.':
    'Hãy giữ tệp đã ký; --force ghi ra tệp khác, còn thấy chữ ký nhưng không còn hiệu lực.',
  'the file cannot be PDF/A: {rules}': 'tệp không chuyển thành PDF/A được: {rules}',
  'Write it without --pdfa, or print it to PDF anew first.': 'Hãy bỏ --pdfa, hoặc in lại ra PDF trước.',
  // outputs
  '{output} exists': '{output} đã có',
  '{graph} exists': '{graph} đã có',
  '{output} exists and is of a different document': '{output} đã có và thuộc về văn bản khác',
  '{path} exists and is of a different document': '{path} đã có và thuộc về văn bản khác',
  '{output} exists and is no page of a report': '{output} đã có và không phải trang báo cáo',
  'Give another output, or --force to overwrite it.': 'Hãy chọn nơi ghi khác, hoặc dùng --force để ghi đè.',
  'Give another name, or --force to overwrite it.': 'Hãy chọn tên khác, hoặc dùng --force để ghi đè.',
  'Give another folder.': 'Hãy chọn thư mục khác.',
  'Give another folder with -o.': 'Hãy chọn thư mục khác bằng -o.',
  '{output} is an input, which is never overwritten': '{output} là tệp đầu vào, không bao giờ bị ghi đè',
  '{path} cannot be written ({code})': 'không ghi được {path} ({code})',
  'Check the permissions and the free space of the folder.':
    'Hãy kiểm tra quyền ghi và chỗ trống của thư mục.',
  '-o {path} is a file, and several inputs need a folder':
    '-o {path} là một tệp, còn nhiều đầu vào thì cần một thư mục',
  'Give a folder; it is made if missing.': 'Hãy chỉ ra thư mục; chưa có thì sẽ được tạo.',
  '{folder} is no folder': '{folder} không phải thư mục',
  'Give the folder in which the documents lie.': 'Hãy chỉ ra thư mục chứa các văn bản.',
  '{path} cannot be read': 'không đọc được {path}',
  'port {port} cannot be used ({code})': 'không dùng được cổng {port} ({code})',
  'Give another --port, or none for one that is free.':
    'Hãy chọn --port khác, hoặc bỏ trống để tự chọn cổng còn rảnh.',
  // corrections and lexicons
  '{path}: {message}': '{path}: {message}',
  'the corrections beside it cannot be used: {what}': 'không dùng được tệp sửa đi kèm: {what}',
  'Mend the .corrections.yaml file, or give --no-corrections.':
    'Hãy chữa tệp .corrections.yaml, hoặc dùng --no-corrections.',
  '{path} cannot be read ({code})': 'không đọc được {path} ({code})',
  'Check its permissions, or give --no-corrections.':
    'Hãy kiểm tra quyền truy cập, hoặc dùng --no-corrections.',
  '{path} is larger than {most} bytes': '{path} lớn hơn {most} byte',
  'It is no file of corrections.': 'Đây không phải tệp sửa.',
  'no document with corrections in {inputs}': 'không có văn bản nào kèm tệp sửa trong {inputs}',
  'They lie beside the documents, as NAME.corrections.yaml.':
    'Tệp sửa nằm cạnh văn bản, tên là TÊN.corrections.yaml.',
  'the lexicon {path} cannot be used: {what}': 'không dùng được từ điển {path}: {what}',
  'plan-extract learn makes one.': 'Lệnh plan-extract learn tạo ra từ điển.',
  // plan files
  'the file holds no plan': 'tệp không chứa kế hoạch',
  'no plan: {path}: {message}': 'không phải kế hoạch: {path}: {message}',
  'plan-extract validate says what is wrong with it.': 'Lệnh plan-extract validate cho biết sai ở đâu.',
  'plan-extract validate lists all that is wrong.': 'Lệnh plan-extract validate liệt kê mọi chỗ sai.',
  'not JSON: {complaint}': 'không phải JSON: {complaint}',
  'line {line}: {message}': 'dòng {line}: {message}',
  'not YAML: {complaint}': 'không phải YAML: {complaint}',
  'not YAML to be trusted: {message}': 'tệp YAML không đáng tin: {message}',
  'the plan does not follow its schema at {path}: {message}':
    'kế hoạch không đúng lược đồ tại {path}: {message}',
  'This is a fault of plan-extract: please report it with the document.':
    'Đây là lỗi của plan-extract: đề nghị báo lỗi kèm văn bản.',
  // archives
  'archives need SQLite, which this Node has not': 'kho cần SQLite, mà bản Node này không có',
  'Use Node 22.16 or newer, or run npm install {package} where plan-extract is installed.':
    'Hãy dùng Node 22.16 trở lên, hoặc chạy npm install {package} tại nơi cài plan-extract.',
  'there is no archive {path}': 'không có kho {path}',
  'plan-extract index makes one.': 'Lệnh plan-extract index tạo ra kho.',
  '{path} is empty': '{path} rỗng',
  'plan-extract index fills it.': 'Lệnh plan-extract index đưa kế hoạch vào kho.',
  '{path} has no plan {id}': '{path} không có kế hoạch {id}',
  '{path} is no archive': '{path} không phải kho',
  'Give the file that plan-extract index has made.': 'Hãy chỉ ra tệp do plan-extract index tạo.',
  '{path} is in use by another run': '{path} đang được một lần chạy khác sử dụng',
  'Wait until the other run has ended.': 'Hãy đợi lần chạy kia kết thúc.',
  '{path} is damaged': '{path} bị hỏng',
  'Make it anew with plan-extract index.': 'Hãy tạo lại bằng plan-extract index.',
  '{path} cannot be opened': 'không mở được {path}',
  'Check the name, the folder and its permissions.': 'Hãy kiểm tra tên, thư mục và quyền truy cập.',
  '{path} cannot be written': 'không ghi được {path}',
  'Open it with openArchiveToWrite.': 'Hãy mở kho bằng openArchiveToWrite.',
  '{path}: SQLite says: {message}': '{path}: SQLite báo: {message}',
  'Make the archive anew with plan-extract index.': 'Hãy tạo lại kho bằng plan-extract index.',
  '{path} is a database of another program': '{path} là cơ sở dữ liệu của chương trình khác',
  'Give another name for the archive.': 'Hãy đặt tên khác cho kho.',
  '{path} was made by a newer plan-extract (archive version {version}, this one knows {known})':
    '{path} do bản plan-extract mới hơn tạo (kho phiên bản {version}, bản này biết đến {known})',
  '{path} was made by an older plan-extract': '{path} do bản plan-extract cũ hơn tạo',
  'plan-extract index brings it up to date.': 'plan-extract index sẽ nâng cấp kho.',
  'Install the newer plan-extract; the archive is unchanged.':
    'Hãy cài bản plan-extract mới hơn; kho vẫn giữ nguyên.',
  'two plans are compared, or one with an archive': 'so sánh hai kế hoạch, hoặc một kế hoạch với một kho',
  'Give a second plan, or --archive FILE.': 'Hãy thêm kế hoạch thứ hai, hoặc --archive TỆP.',
  'the archive has no document that the plan carries out': 'kho không có văn bản mà kế hoạch này thực hiện',
  'Give the plan above itself: compare PLAN ABOVE --against-parent.':
    'Hãy chỉ ra kế hoạch cấp trên: compare KẾ_HOẠCH CẤP_TRÊN --against-parent.',
  'a spreadsheet is written to a file': 'bảng tính phải ghi ra tệp',
  'a spreadsheet holds no more than {most} rows': 'bảng tính không chứa quá {most} dòng',
  'Ask for less, or write CSV.': 'Hãy thu hẹp câu tìm, hoặc ghi ra CSV.',
  'Give -o NAME.xlsx.': 'Hãy dùng -o TÊN.xlsx.',
  '{graph} is of no known form of graph': '{graph} không thuộc dạng đồ thị nào được biết',
  'Give a name that ends in .dot or .graphml.': 'Hãy đặt tên có đuôi .dot hoặc .graphml.',
  // queries
  'the query has {count} characters, at most {most} can be asked':
    'câu tìm có {count} ký tự, tối đa là {most}',
  'the query has {count} parts, at most {most} can be asked':
    'câu tìm có {count} thành phần, tối đa là {most}',
  'the field {field} has no value': 'trường {field} chưa có giá trị',
  'Write {field}"words".': 'Hãy viết {field}"từ cần tìm".',
  'there is no field {field}': 'không có trường {field}',
  'Fields are {fields}. Words with a colon need quotes around them.':
    'Các trường gồm {fields}. Từ có dấu hai chấm phải đặt trong dấu nháy.',
  '{field}:{value} is none': '{field}:{value} không hợp lệ',
  'Give one of {choices}.': 'Hãy chọn một trong {choices}.',
  '{field}:{text} is no year': '{field}:{text} không phải là năm',
  '{field}:{text} is no date': '{field}:{text} không phải là ngày',
  'Write year:2026, year:>=2025 or year:2024..2026.': 'Hãy viết year:2026, year:>=2025 hoặc year:2024..2026.',
  'Write {field}:<2026-06-30, {field}:2026-06 or {field}:2026-01-01..2026-03-31.':
    'Hãy viết {field}:<2026-06-30, {field}:2026-06 hoặc {field}:2026-01-01..2026-03-31.',
  '{date} is no date': '{date} không phải là ngày',
  'plan-extract search --help shows what a query can hold.':
    'Lệnh plan-extract search --help cho biết cách viết câu tìm.',
} as const satisfies Record<string, string>
