/** What commander writes of its own, each with its Vietnamese; `$1` is what the bracket holds. */
const TEXTS: readonly [english: RegExp, vietnamese: string][] = [
  [/^error: /, 'lỗi: '],
  [/missing required argument '(.*?)'/, "thiếu đối số bắt buộc '$1'"],
  [/option '(.*?)' argument missing/, "tùy chọn '$1' thiếu giá trị"],
  [/required option '(.*?)' not specified/, "thiếu tùy chọn bắt buộc '$1'"],
  [/option '(.*?)' cannot be used with option '(.*?)'/, "tùy chọn '$1' không dùng cùng '$2' được"],
  [/option '(.*?)' argument '(.*?)' is invalid\./, "tùy chọn '$1' không nhận giá trị '$2'."],
  [
    /command-argument value '(.*?)' is invalid for argument '(.*?)'\./,
    "đối số '$2' không nhận giá trị '$1'.",
  ],
  [/Allowed choices are (.*?)\.$/m, 'Chọn một trong: $1.'],
  [/unknown option '(.*?)'/, "không có tùy chọn '$1'"],
  [/unknown command '(.*?)'/, "không có lệnh '$1'"],
  [
    /too many arguments(?: for '(.*?)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'thừa đối số: cần $2, đã cho $3.',
  ],
  [/\(Did you mean one of (.*?)\?\)/, '(Có phải là một trong: $1?)'],
  [/\(Did you mean (.*?)\?\)/, '(Có phải là $1?)'],
  // help
  [/^Usage:$/, 'Cách dùng:'],
  [/^Arguments:$/, 'Đối số:'],
  [/^Options:$/, 'Tùy chọn:'],
  [/^Global Options:$/, 'Tùy chọn chung:'],
  [/^Commands:$/, 'Lệnh:'],
  [/\[options\]/, '[tùy chọn]'],
  [/\[command\]/, '[lệnh]'],
  [/\bchoices: /, 'chọn: '],
  [/\bdefault: (?=\S+\)$)/, 'mặc định: '],
]

/** A heading of help, the end of an option's description, or a complaint about arguments. */
export function commanderInVietnamese(text: string): string {
  return TEXTS.reduce((said, [english, vietnamese]) => said.replace(english, vietnamese), text)
}
