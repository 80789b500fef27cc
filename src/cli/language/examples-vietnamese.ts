import type { EXAMPLES as ENGLISH } from '../examples.ts'

/** What stands under the options in the help of each command, in Vietnamese. */
export const EXAMPLES: Record<keyof typeof ENGLISH, string> = {
  extract: `
Đầu vào là tệp PDF, PNG, JPEG, TIFF, WebP, BMP và văn bản thuần (nhận biết theo nội dung), thư mục, mẫu tên đặt trong dấu
nháy, và - cho đầu vào chuẩn.

Ví dụ:
  plan-extract ke-hoach.pdf                        kế hoạch dạng JSON ra màn hình
  plan-extract ke-hoach.pdf -o ke-hoach.yaml       dạng YAML ra tệp
  plan-extract scans/ -o plans/ --resume           cả thư mục bản quét; lần sau chỉ làm phần mới
  plan-extract 'scans/**/*.pdf' | jq .header       mỗi dòng một kế hoạch
  plan-extract scans/ -f csv-tasks -o tasks.csv    nhiệm vụ của mọi kế hoạch thành một bảng
  plan-extract scans/ -o plans/ --report pages/    kèm các trang để xem: mở pages/index.html
`,
  repair: `
Ví dụ:
  plan-extract repair ke-hoach.pdf                 chữ đúng như bản in, ngắt trang giữa các trang
  plan-extract repair ocr.txt -o right.txt         tệp văn bản, từng dòng một
  plan-extract repair ke-hoach.pdf --only-suspects các chữ cần người xem lại
  plan-extract repair ke-hoach.pdf --json          từng chữ: đọc thô, độ tin cậy, cách đọc khác, vị trí
`,
  pdf: `
Ảnh giữ nguyên; chữ bên dưới vô hình, mỗi chữ đúng chỗ của nó. Lớp chữ cũ được bỏ đi.

Ví dụ:
  plan-extract pdf scans/ -o searchable/               PDF và ảnh trong một thư mục
  plan-extract pdf ke-hoach.pdf -o ke-hoach.2lop.pdf --attach
  plan-extract pdf scans/ -o searchable/ --resume      chỉ làm phần mới
`,
  validate: `
Đầu vào là tệp .plan.json, .plan.yaml và .ndjson, thư mục và mẫu tên đặt trong dấu nháy. Mã thoát là 3 nếu thấy lỗi.

Ví dụ:
  plan-extract validate plans/
  plan-extract validate plans/ke-hoach.plan.yaml --quiet && echo good
  plan-extract validate plans/ --reporter github   ghi chú ngay trên dòng của tệp
`,
  check: `
Văn bản được đối chiếu khi kế hoạch đúng nằm cạnh nó: TÊN.pdf và TÊN.plan.json hoặc TÊN.plan.yaml. Mã thoát là 3 nếu có chỗ
khác.

Ví dụ:
  plan-extract check fixtures/
  plan-extract check fixtures/ --update            lấy kết quả hiện nay làm kết quả đúng từ nay về sau
  plan-extract check fixtures/ --tolerance body.text=0.02
  plan-extract check fixtures/ --reporter junit > plans.xml
`,
  schema: `
Ví dụ:
  plan-extract schema > plan.schema.json
  plan-extract schema --format typescript > plan.d.ts
`,
  completion: `
Ví dụ:
  eval "$(plan-extract completion bash)"
  plan-extract completion fish > ~/.config/fish/completions/plan-extract.fish
`,
  index: `
Đầu vào là tệp kế hoạch (.plan.json, .plan.yaml, .ndjson), văn bản (được trích ngay khi đưa vào), thư mục và mẫu tên đặt trong
dấu nháy. Văn bản đã có kế hoạch nằm cạnh thì bỏ qua. Những gì đã có trong kho thì giữ nguyên.

Ví dụ:
  plan-extract index ke-hoach.archive plans/
  plan-extract index ke-hoach.archive plans/ --prune     kế hoạch không còn trong thư mục thì ra khỏi kho
  plan-extract index ke-hoach.archive scans/ -j 4        trích những văn bản mới
`,
  search: `
Câu tìm gồm các từ và "cụm từ"; kế hoạch phải có tất cả. Có thể gõ không dấu, không hoa; gõ có dấu thì tìm hẹp hơn. tu* tìm
phần đầu của từ; AND, OR, NOT và dấu ngoặc để kết hợp. Các trường:
  title: heading: issuer: kind: place: lead: support: unit: signer: recipients: preamble:    từ hoặc "cụm từ"
  within:                                          một huyện, kể cả các xã kế tục từ năm 2025
  number: cites: implements:                       một văn bản, như 208/KH-UBND
  year: date: deadline:                            2026, 2026-06, <2026-06-30, >=2025, 2024..2026
  level:commune|district|province|central|party|organization
  role:purpose|requirements|objectives|content|forms|audience|schedule|solutions|budget|organization|reporting

Ví dụ:
  plan-extract search ke-hoach.archive chuyen doi so
  plan-extract search ke-hoach.archive 'role:forms "truyền thanh" year:2026'
  plan-extract search ke-hoach.archive 'lead:"Công an" deadline:<2026-06-30' --of tasks --format xlsx -o tasks.xlsx
  plan-extract search ke-hoach.archive --implements 208/KH-UBND
  plan-extract search ke-hoach.archive 'tiêm chủng' --facets
`,
  compare: `
Ví dụ:
  plan-extract compare a.plan.json b.plan.json
  plan-extract compare a.plan.json b.plan.json --format html -o a-b.html
  plan-extract compare xa.plan.json huyen.plan.json --against-parent     phần nào của kế hoạch cấp trên chưa được triển khai
  plan-extract compare --archive ke-hoach.archive a.plan.json            bản gần trùng và các kế hoạch giống nhất
`,
  stats: `
Ví dụ:
  plan-extract stats ke-hoach.archive
  plan-extract stats ke-hoach.archive --json
  plan-extract stats ke-hoach.archive --graph citations.dot      văn bản nào thực hiện văn bản nào; .graphml cho chương trình khác
`,
  report: `
Đầu vào là tệp kế hoạch (.plan.json, .plan.yaml, .ndjson), văn bản (được trích ngay), thư mục và mẫu tên đặt trong dấu nháy.
Văn bản của kế hoạch được tìm ngay cạnh nó và trong thư mục nêu ở --documents; nội dung phải đúng từng byte.

Ví dụ:
  plan-extract report scans/ -o pages/                     rồi mở pages/index.html
  plan-extract report plans/ --documents scans/ -o pages/
  plan-extract extract scans/ -o plans/ --report pages/    làm cả hai một lượt
`,
  review: `
In ra một địa chỉ mà chỉ trình duyệt của máy này mở được. Những gì sửa ở đó được ghi cạnh từng văn bản thành
TÊN.corrections.yaml, để extract, repair, pdf và index áp dụng.

Ví dụ:
  plan-extract review scans/
  plan-extract review scans/ --port 8080
`,
  learn: `
Đọc các văn bản trong thư mục có tệp sửa nằm cạnh. Một tên riêng hay chữ viết tắt chỉ được giữ khi nó sửa đúng ở văn bản khác
với nơi học, hoặc ở chỗ khác trong chính văn bản đó, và không làm sai ở đâu.

Ví dụ:
  plan-extract learn scans/ -o lexicon.yaml
  plan-extract extract scans/ -o plans/ --lexicon lexicon.yaml
`,
}
