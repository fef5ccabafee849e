#include "structure/markup/html_elements.h"

#include <array>
#include <initializer_list>
#include <utility>

namespace reportal::markup {

namespace {

using Roles = std::array<Role, GUMBO_TAG_LAST + 1>;

constexpr void set(Roles& roles, Role role, std::initializer_list<GumboTag> tags) {
  for (const GumboTag tag : tags) roles[tag] = role;
}

constexpr Roles make_roles() {
  Roles roles{};
  set(roles, Role::paragraph, {GUMBO_TAG_P});
  set(roles, Role::heading, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
  set(roles, Role::list, {GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_MENU});
  set(roles, Role::item, {GUMBO_TAG_LI});
  set(roles, Role::quote, {GUMBO_TAG_BLOCKQUOTE});
  set(roles, Role::preformatted, {GUMBO_TAG_PRE, GUMBO_TAG_XMP, GUMBO_TAG_LISTING, GUMBO_TAG_PLAINTEXT});
  set(roles, Role::figure_caption, {GUMBO_TAG_FIGCAPTION});
  set(roles, Role::table, {GUMBO_TAG_TABLE});
  set(roles, Role::table_caption, {GUMBO_TAG_CAPTION});
  set(roles, Role::row, {GUMBO_TAG_TR});
  set(roles, Role::cell, {GUMBO_TAG_TD, GUMBO_TAG_TH});
  set(roles, Role::span,
      {GUMBO_TAG_B, GUMBO_TAG_STRONG, GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_DEL, GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_CODE,
       GUMBO_TAG_KBD, GUMBO_TAG_TT, GUMBO_TAG_SAMP, GUMBO_TAG_SUB, GUMBO_TAG_SUP, GUMBO_TAG_A});
  set(roles, Role::line_break, {GUMBO_TAG_BR});
  set(roles, Role::divider, {GUMBO_TAG_HR});
  set(roles, Role::picture, {GUMBO_TAG_IMG});
  set(roles, Role::page_title, {GUMBO_TAG_TITLE});
  set(roles, Role::silent, {GUMBO_TAG_META, GUMBO_TAG_LINK, GUMBO_TAG_BASE});
  set(roles, Role::dropped,
      {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_APPLET, GUMBO_TAG_SVG,
       GUMBO_TAG_MATH, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED, GUMBO_TAG_AUDIO,
       GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_FRAMESET});
  set(roles, Role::group,
      {GUMBO_TAG_DIV,     GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,   GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER,
       GUMBO_TAG_ASIDE,   GUMBO_TAG_NAV,     GUMBO_TAG_FIGURE,  GUMBO_TAG_CENTER, GUMBO_TAG_ADDRESS, GUMBO_TAG_DETAILS,
       GUMBO_TAG_SUMMARY, GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_DD,     GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET,
       GUMBO_TAG_LEGEND,  GUMBO_TAG_BODY,    GUMBO_TAG_HEAD,    GUMBO_TAG_HGROUP, GUMBO_TAG_DIR});
  return roles;
}

}  // namespace

Role role_of(GumboTag tag) {
  static constexpr Roles roles = make_roles();
  return roles[tag];
}

std::optional<Span::Kind> inline_span(std::string_view element) {
  using enum Span::Kind;
  static constexpr std::pair<std::string_view, Span::Kind> spans[] = {
      {"b", strong}, {"strong", strong}, {"em", emphasis},     {"i", emphasis}, {"del", strike},
      {"s", strike}, {"strike", strike}, {"code", code},       {"kbd", code},   {"samp", code},
      {"tt", code},  {"sub", subscript}, {"sup", superscript}, {"a", link},
  };
  for (const auto& [name, kind] : spans) {
    if (name == element) return kind;
  }
  return std::nullopt;
}

}  // namespace reportal::markup
