// What index can report.

#pragma once

#include "base/problem.h"

namespace reportal::index {

inline constexpr ProblemKind address_clash{"index/address-clash",
                                           Severity::error,
                                           "地址 {0} 有两个来源：此处与 {1}",
                                           "two sources make {0}: this one and {1}",
                                           "改其中一个的 id 或 aliases",
                                           "change the id or the aliases of one of them"};

inline constexpr ProblemKind reserved_address{"index/reserved-address",
                                              Severity::error,
                                              "地址 {0} 是网站自身的文件，不能再由此处产生",
                                              "{0} is a file of the portal itself and cannot be made from here",
                                              "换一个 id、文件名或别名",
                                              "choose another id, file name or alias"};

inline constexpr ProblemKind file_and_folder{"index/file-and-folder",
                                             Severity::error,
                                             "地址 {0} 需要文件夹 {1}，而 {1} 是由 {2} 产生的文件",
                                             "{0} needs a folder {1}, but {1} is a file made from {2}",
                                             "改其中一个的地址",
                                             "change one of the addresses"};

inline constexpr ProblemKind bad_id{"index/bad-id",
                                    Severity::error,
                                    "“{0}”不能用作地址中的 id",
                                    "\"{0}\" cannot be an id in an address",
                                    "id 只用小写字母、数字、- 和 _，以字母或数字开头",
                                    "ids are lower-case letters, digits, - and _, beginning with a letter or a digit"};

inline constexpr ProblemKind bad_alias{"index/bad-alias",
                                       Severity::error,
                                       "别名“{0}”不是本站的地址",
                                       "the alias \"{0}\" is no address of this portal",
                                       "写成网站内的路径，如 old/page.html 或 old/page/，不带 ?、# 与 ..",
                                       "write a path of the portal such as old/page.html or old/page/, without ?, # and .."};

inline constexpr ProblemKind repeated_number{"index/repeated-number", Severity::warning,
                                             "编号 {0} 在本报告中出现不止一次，此处的地址为 {1}",
                                             "the number {0} stands more than once in this report; this one's address is {1}"};

}  // namespace reportal::index
