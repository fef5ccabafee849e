// What publish can report.

#pragma once

#include "base/problem.h"

namespace reportal::publish {

inline constexpr ProblemKind broken_link{"publish/broken-link", Severity::error, "链接“{0}”没有对应的文件",
                                         "the link \"{0}\" leads to no file"};
inline constexpr ProblemKind broken_fragment{"publish/broken-fragment", Severity::error, "链接“{0}”指向的位置在 {1} 中不存在",
                                             "the link \"{0}\" leads to a place that {1} does not have"};
inline constexpr ProblemKind duplicate_id{"publish/duplicate-id", Severity::error, "id“{0}”在本页出现不止一次",
                                          "the id \"{0}\" stands more than once in this page"};
inline constexpr ProblemKind absolute_link{"publish/absolute-link",
                                           Severity::error,
                                           "链接“{0}”以 / 开头，从磁盘打开或放在子路径下时会失效",
                                           "the link \"{0}\" begins with /, which fails from disk and under a sub-path",
                                           "改成相对地址",
                                           "make it relative"};
inline constexpr ProblemKind empty_link{"publish/empty-link", Severity::error, "有一个空的链接地址",
                                        "a link has an empty address"};
inline constexpr ProblemKind more_problems{"publish/more-problems", Severity::error, "还有 {1} 处 {0}，未逐一列出",
                                           "{1} more of {0} are not listed"};

inline constexpr ProblemKind bad_address{"publish/bad-address", Severity::error, "“{0}”不能作为输出文件的地址",
                                         "\"{0}\" cannot be the address of an output file"};
inline constexpr ProblemKind address_twice{"publish/address-twice", Severity::error, "输出文件 {0} 有两份，或与文件夹同名",
                                           "the output file {0} is made twice or bears the name of a folder"};

inline constexpr ProblemKind output_is_no_folder{
    "publish/output-is-no-folder", Severity::error,  "输出位置不是文件夹",
    "the output is not a folder",  "换一个输出位置", "choose another output folder"};
inline constexpr ProblemKind output_in_use{
    "publish/output-in-use",
    Severity::error,
    "另一次生成正在写入这个输出文件夹；原来的网站没有改动",
    "another build is writing into this output folder; the old site is unchanged",
    "等它结束后再运行，或换一个输出位置",
    "run this again when it has ended, or choose another output folder"};
inline constexpr ProblemKind output_meets_content{
    "publish/output-meets-content",
    Severity::error,
    "输出文件夹与内容文件夹 {0} 相同或相互包含",
    "the output folder and the content folder {0} are the same or inside one another",
    "换一个输出位置",
    "choose another output folder"};
inline constexpr ProblemKind foreign_folder{
    "publish/foreign-folder",
    Severity::error,
    "输出文件夹里有 {0} 个不是本工具生成的文件，如 {1}",
    "the output folder holds {0} files that were not made by this generator, such as {1}",
    "换一个空文件夹，或确认后允许写入已有文件的文件夹",
    "choose an empty folder, or allow writing among other files"};
inline constexpr ProblemKind foreign_in_the_way{
    "publish/foreign-in-the-way",
    Severity::error,
    "要写入的 {0} 处已有不是本工具生成的文件",
    "{0} is to be written, but something that this generator did not make stands there",
    "移走它，或换一个地址",
    "move it away or change the address"};
inline constexpr ProblemKind link_in_the_way{"publish/link-in-the-way",
                                             Severity::error,
                                             "{0} 是符号链接，输出不经由它写到别处",
                                             "{0} is a symbolic link; nothing is written through it",
                                             "移走它",
                                             "move it away"};
inline constexpr ProblemKind cannot_read{"publish/cannot-read", Severity::error, "读不了：{0}", "cannot be read: {0}"};
inline constexpr ProblemKind cannot_write{"publish/cannot-write", Severity::error, "写不了：{0}；原来的网站没有改动",
                                          "cannot be written: {0}; the old site is unchanged"};
inline constexpr ProblemKind not_finished{"publish/not-finished", Severity::error, "没有放完：{0}；再运行一次会接着完成",
                                          "was not put in place: {0}; the next run finishes it"};

}  // namespace reportal::publish
