#include "base/process.h"

#include <catch2/catch.hpp>

using namespace reportal;

TEST_CASE("a program gets its arguments as they are, and what it writes comes back") {
  const std::string hostile = "a b; touch x `y` $(z) 'q' \"r\" \n*";
  const CommandResult result = run_command({{"printf", "%s|", hostile, "", "--"}});
  REQUIRE(result.succeeded());
  CHECK(result.output == hostile + "||--|");
}

TEST_CASE("exit codes, complaints and empty input come through") {
  const CommandResult result = run_command({{"sh", "-c", "cat; echo sorry >&2; exit 7"}});
  CHECK(result.end == CommandResult::End::exited);
  CHECK(result.code == 7);
  CHECK(result.output.empty());
  CHECK(result.complaint == "sorry\n");
}

TEST_CASE("a program that is not there is told apart from one that fails") {
  CHECK(run_command({{"no-such-program-of-this-name"}}).end == CommandResult::End::not_found);
}

TEST_CASE("a program runs in the folder that it is given") { CHECK(run_command({{"pwd"}, "/"}).output == "/\n"); }

TEST_CASE("a program that does not end, or writes without end, is stopped") {
  Command slow{{"sleep", "600"}};
  slow.most_time = std::chrono::seconds(1);
  CHECK(run_command(slow).end == CommandResult::End::too_slow);
  Command silent{{"sh", "-c", "exec >&- 2>&-; sleep 600"}};
  silent.most_time = std::chrono::seconds(1);
  CHECK(run_command(silent).end == CommandResult::End::too_slow);
  Command endless{{"yes"}};
  endless.most_output = 100'000;
  const CommandResult result = run_command(endless);
  CHECK(result.end == CommandResult::End::too_much_output);
}
