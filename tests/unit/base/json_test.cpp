#include "base/json.h"

#include <catch2/catch.hpp>

using namespace reportal;

TEST_CASE("JSON is written with commas, escapes and numbers that read back") {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("a", 1).key("b").begin_array().value(true).null().value(0.1).end_array();
  json.member("c", "行\n\"</script>\xFF");
  json.end_object();
  CHECK(out == "{\"a\":1,\"b\":[true,null,0.1],\"c\":\"行\\n\\\"\\u003c/script>\xEF\xBF\xBD\"}");
}

TEST_CASE("JSON is indented when asked to") {
  std::string out;
  JsonWriter json(out, 2);
  json.begin_object().key("a").begin_array().value(1).value(2).end_array().key("e").begin_array().end_array().end_object();
  CHECK(out == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"e\": []\n}");
}
