#include <catch2/catch.hpp>
#include <utility>

#include "content_folder.h"

using namespace reportal;

TEST_CASE("the fingerprint of the content moves with what a build reads, and with nothing else") {
  ContentFolder folder({{"portal.yaml", "title: t\n"}, {"articles/a.md", "---\ntitle: a\n---\n"}});
  std::uint64_t last = fingerprint_content(folder.files, folder.options);
  const auto changed = [&] {
    const std::uint64_t now = fingerprint_content(folder.files, folder.options);
    return std::exchange(last, now) != now;
  };
  CHECK_FALSE(changed());

  folder.put("content/articles/a.md", "---\ntitle: b\n---\n");
  CHECK(changed());
  folder.put("content/articles/a.md", "---\ntitle: b\n---\n");  // the same bytes, written again
  CHECK(changed());
  folder.put("content/themes/own/templates/x.html", "");
  CHECK(changed());
  folder.put("data/templates/base.html", "<html lang>");
  CHECK(changed());
  folder.put("data/themes/default/assets/style.css", "p {}");
  CHECK(changed());
  REQUIRE_FALSE(folder.files.rename("content/articles/a.md", "content/articles/c.md"));
  CHECK(changed());
  REQUIRE_FALSE(folder.files.remove_file("content/articles/c.md"));
  CHECK(changed());

  folder.put("content/articles/.a.md.swp", "x");
  folder.put("content/.git/index", "x");
  folder.put("content/articles/a.md~", "x");
  folder.put("data/elsewhere.txt", "x");
  CHECK_FALSE(changed());

  folder.options.content = "nowhere";
  CHECK(changed());
  CHECK_FALSE(changed());
}
