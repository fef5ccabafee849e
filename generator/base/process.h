// Another program, run to its end.
//
// Programs are started by name from PATH with their arguments as they are: no shell sees them, so no file name can be a
// command. Standard input is empty; what the program writes comes back as values, held against limits. A program that does not
// end in time is killed.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace reportal {

struct Command {
  std::vector<std::string> words = {};  ///< the program and its arguments
  std::string folder = {};              ///< to run in; "": the working folder
  std::chrono::seconds most_time{60};
  std::size_t most_output = std::size_t{64} << 20;  ///< bytes
};

struct CommandResult {
  enum class End : std::uint8_t { exited, not_found, not_started, too_slow, too_much_output };

  End end = End::exited;
  int code = 0;           ///< exit code; 128 + signal for a program that was ended by one
  std::string output;     ///< what it wrote to standard output
  std::string complaint;  ///< the beginning of what it wrote to standard error

  [[nodiscard]] bool succeeded() const { return end == End::exited && code == 0; }
};

[[nodiscard]] CommandResult run_command(const Command& command);

}  // namespace reportal
