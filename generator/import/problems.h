// Every kind of problem that import can report, with its texts.

#pragma once

#include "base/problem.h"

namespace reportal::import_problems {

// Inputs.

inline constexpr ProblemKind no_input{"import/no-input", Severity::error, "没有这个文件或文件夹",
                                      "there is no such file or folder"};
inline constexpr ProblemKind unreadable{"import/unreadable", Severity::error, "无法读取：{0}", "cannot be read: {0}"};
inline constexpr ProblemKind nothing_found{"import/nothing-found",
                                           Severity::error,
                                           "文件夹里没有可以导入的文件",
                                           "the folder holds no file that can be imported",
                                           "可以导入的有 .txt、.md、.html、.pdf 和 .docx",
                                           ".txt, .md, .html, .pdf and .docx can be imported"};
inline constexpr ProblemKind skipped{"import/skipped", Severity::note, "跳过了 {0} 个不认识的文件（{1}）",
                                     "{0} files of kinds that are not known were left out ({1})"};
inline constexpr ProblemKind unknown_format{"import/unknown-format",
                                            Severity::error,
                                            "不认识这种文件：既不是文本，也不是 PDF 或 Word（.docx）",
                                            "this kind of file is not known: neither text, nor PDF, nor Word (.docx)",
                                            "请另存为 .docx、.pdf 或纯文本",
                                            "save it as .docx, .pdf or plain text"};
inline constexpr ProblemKind too_large{
    "import/too-large", Severity::error, "有 {0} 字节，超过上限 {1} 字节", "this has {0} bytes; the limit is {1}",
    "请把文件拆成几个", "split the file"};

inline constexpr ProblemKind empty{"import/empty",
                                   Severity::error,
                                   "文件里没有文字",
                                   "the file holds no text",
                                   "请检查是否导出或复制完整",
                                   "check that it was exported or copied whole"};

// PDF.

inline constexpr ProblemKind pdf_broken{"import/pdf-broken",
                                        Severity::error,
                                        "这个 PDF 已损坏，或者不是 PDF",
                                        "this PDF is damaged, or is none",
                                        "请重新下载，或从原文件重新导出",
                                        "download it again, or export it again"};
inline constexpr ProblemKind pdf_locked{"import/pdf-locked",
                                        Severity::error,
                                        "这个 PDF 要密码才能打开",
                                        "this PDF opens only with a password",
                                        "请用密码打开，另存为不加密的 PDF",
                                        "open it with the password and save it without one"};
inline constexpr ProblemKind pdf_pages{"import/pdf-pages", Severity::error, "这个 PDF 的页数超过上限 {0}",
                                       "this PDF has more pages than the limit of {0}"};
inline constexpr ProblemKind pdf_without_text{"import/pdf-without-text",
                                              Severity::error,
                                              "这个 PDF 的 {0} 页都没有文字，多半是扫描件",
                                              "none of the {0} pages of this PDF has text; they are probably scanned",
                                              "请先做文字识别（OCR），再导入识别后的 PDF 或文本",
                                              "have the text recognised (OCR) first, then import the result"};
inline constexpr ProblemKind pdf_empty_pages{"import/pdf-empty-pages", Severity::note,
                                             "{0} 页中有 {1} 页没有文字（第 {2} 页等）",
                                             "{1} of {0} pages have no text (page {2} is the first)"};

// Word.

inline constexpr ProblemKind no_pandoc{"import/no-pandoc",
                                       Severity::error,
                                       "读取 Word 文件要用 pandoc，本机没有安装",
                                       "Word files are read with pandoc, which is not installed",
                                       "请安装 pandoc（Debian：apt install pandoc），或把文件另存为 PDF",
                                       "install pandoc (Debian: apt install pandoc), or save the file as PDF"};
inline constexpr ProblemKind pandoc_failed{"import/pandoc-failed",
                                           Severity::error,
                                           "pandoc 读不了这个文件：{0}",
                                           "pandoc cannot read this file: {0}",
                                           "请用 Word 打开，另存为 .docx 再试",
                                           "open it in Word, save it as .docx and try again"};
inline constexpr ProblemKind word_numbers{
    "import/word-numbers", Severity::note, "Word 自动编的标题号和题注号可能没有带过来，请对照原文",
    "numbers that Word gave to headings and captions by itself may be missing; compare with the original"};
inline constexpr ProblemKind program_slow{"import/program-slow", Severity::error, "{0} 在 {1} 秒内没有完成，已停止",
                                          "{0} did not end within {1} seconds and was stopped"};

// What is written.

inline constexpr ProblemKind exists{"import/exists",
                                    Severity::error,
                                    "已有同名文件“{0}”，没有改动它",
                                    "the file `{0}` is there already and was left as it is",
                                    "请把要导入的文件改个名称，或先移走已有的",
                                    "rename the file that you import, or move the other away"};
inline constexpr ProblemKind id_taken{"import/id-taken",
                                      Severity::error,
                                      "标识“{0}”已由 {1} 使用",
                                      "the id `{0}` belongs to {1}",
                                      "请把要导入的文件改个名称，或先移走已有的",
                                      "rename the file that you import, or move the other away"};
inline constexpr ProblemKind same_id{
    "import/same-id",   Severity::error,        "与 {1} 得到同一个标识“{0}”", "this gets the same id `{0}` as {1}",
    "请给其中一个改名", "rename one of the two"};
inline constexpr ProblemKind cannot_write{"import/cannot-write", Severity::error, "无法写入 {0}：{1}", "cannot write {0}: {1}"};
inline constexpr ProblemKind content_problems{
    "import/content-problems",
    Severity::note,
    "内容文件夹里有 {0} 处错误，学校名录等可能没有读全",
    "the content folder has {0} errors, so its vocabulary may not have been read whole",
    "请运行 reportal check 查看",
    "see them with `reportal check`"};

// What the proposals leave open. Each stands at its line of the front matter.

inline constexpr ProblemKind unsure_kind{"import/unsure-kind", Severity::note, "文体“{0}”是推测的",
                                         "the kind `{0}` is a guess"};
inline constexpr ProblemKind unsure_title{"import/unsure-title", Severity::note, "标题“{0}”是推测的",
                                          "the title `{0}` is a guess"};
inline constexpr ProblemKind unknown_school{"import/unknown-school",
                                            Severity::note,
                                            "学校“{0}”不在 schools.yaml 中",
                                            "the school `{0}` is not in schools.yaml",
                                            "请在 schools.yaml 中补上，或改正这里的写法",
                                            "add it to schools.yaml, or correct the name here"};
inline constexpr ProblemKind unsure_school{"import/unsure-school", Severity::note, "学校“{0}”是推测的",
                                           "the school `{0}` is a guess"};
inline constexpr ProblemKind no_school{"import/no-school", Severity::note, "没有找到学校名称", "no school was found"};
inline constexpr ProblemKind unsure_year{"import/unsure-year", Severity::note, "年份 {0} 是推测的", "the year {0} is a guess"};
inline constexpr ProblemKind no_year{"import/no-year", Severity::note, "没有找到年份", "no year was found"};
inline constexpr ProblemKind unsure_date{"import/unsure-date", Severity::note, "日期 {0} 是推测的", "the date {0} is a guess"};
inline constexpr ProblemKind loose_pictures{"import/loose-pictures", Severity::note, "有 {0} 张图片没能与图号对应，列在注释里",
                                            "{0} pictures could not be matched with figures; they are listed in a comment"};
inline constexpr ProblemKind skipped_pictures{
    "import/skipped-pictures", Severity::note, "跳过了 {0} 张小图片和 {1} 张各页重复的图片（如校徽）",
    "{0} small pictures and {1} that come back on many pages (such as logos) were left out"};
inline constexpr ProblemKind no_pdfimages{"import/no-pdfimages",
                                          Severity::note,
                                          "没有安装 pdfimages，PDF 中的图片没有取出",
                                          "pdfimages is not installed, so the pictures were not taken out of the PDF",
                                          "需要图片时请安装 poppler-utils",
                                          "for pictures, install poppler-utils"};
inline constexpr ProblemKind pictures_failed{"import/pictures-failed", Severity::note, "图片没有取出：{0}",
                                             "the pictures could not be taken out: {0}"};

}  // namespace reportal::import_problems
