#include "base/process.h"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>
#include <utility>

extern char** environ;

namespace reportal {
namespace {

using Clock = std::chrono::steady_clock;

/// Both ends of a pipe, closed at the end of the scope.
class Pipe {
 public:
  Pipe() { made_ = ::pipe(ends_.data()) == 0; }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] int reading() const { return ends_[0]; }
  [[nodiscard]] int writing() const { return ends_[1]; }
  void close_writing() { close_end(1); }

 private:
  void close_end(std::size_t which) {
    if (ends_[which] >= 0) ::close(std::exchange(ends_[which], -1));
  }

  std::array<int, 2> ends_ = {-1, -1};
  bool made_ = false;
};

/// What the child does between its birth and the program.
class SpawnActions {
 public:
  SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  void put(int descriptor, int as) { ::posix_spawn_file_actions_adddup2(&actions_, descriptor, as); }
  void close(int descriptor) { ::posix_spawn_file_actions_addclose(&actions_, descriptor); }
  void change_folder(const std::string& folder) { ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// Reads what is there from one of the two streams. False: the stream has ended.
bool read_some(int descriptor, std::string& text, std::size_t most) {
  std::array<char, 16384> buffer;
  const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  const std::size_t room = most > text.size() ? most - text.size() : 0;
  text.append(buffer.data(), std::min(static_cast<std::size_t>(got), room));
  return got > 0;
}

/// Reads both streams to their ends.
CommandResult::End read_output(const Pipe& output, const Pipe& complaint, const Command& command, Clock::time_point deadline,
                               CommandResult& result) {
  constexpr std::size_t most_complaint = 4096;
  std::array<pollfd, 2> streams = {pollfd{output.reading(), POLLIN, 0}, pollfd{complaint.reading(), POLLIN, 0}};
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return CommandResult::End::too_slow;
    const int ready = ::poll(streams.data(), streams.size(), static_cast<int>(std::min<long>(left, 1000)));
    if (ready < 0 && errno != EINTR) return CommandResult::End::not_started;
    if (ready <= 0) continue;
    if (streams[0].revents != 0 && !read_some(streams[0].fd, result.output, command.most_output + 1)) streams[0].fd = -1;
    if (streams[1].revents != 0 && !read_some(streams[1].fd, result.complaint, most_complaint)) streams[1].fd = -1;
    if (result.output.size() > command.most_output) return CommandResult::End::too_much_output;
  }
  return CommandResult::End::exited;
}

/// Waits for a program that has closed its streams. False: it is still running at the deadline.
bool wait_for(pid_t child, Clock::time_point deadline, int& status) {
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) return true;
    if (Clock::now() >= deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void kill_and_wait(pid_t child) {
  ::kill(child, SIGKILL);
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

CommandResult run_command(const Command& command) {
  CommandResult result;
  Pipe input, output, complaint;
  if (!input.made() || !output.made() || !complaint.made()) {
    result.end = CommandResult::End::not_started;
    return result;
  }
  SpawnActions actions;
  actions.put(input.reading(), 0);
  actions.put(output.writing(), 1);
  actions.put(complaint.writing(), 2);
  for (const Pipe* pipe : {&input, &output, &complaint}) {
    actions.close(pipe->reading());
    actions.close(pipe->writing());
  }
  if (!command.folder.empty()) actions.change_folder(command.folder);

  std::vector<std::string> words = command.words;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, arguments[0], actions.get(), nullptr, arguments.data(), environ);
  if (error != 0) {
    result.end = error == ENOENT ? CommandResult::End::not_found : CommandResult::End::not_started;
    return result;
  }
  input.close_writing();
  output.close_writing();
  complaint.close_writing();

  const Clock::time_point deadline = Clock::now() + command.most_time;
  result.end = read_output(output, complaint, command, deadline, result);
  int status = 0;
  if (result.end == CommandResult::End::exited && !wait_for(child, deadline, status)) result.end = CommandResult::End::too_slow;
  if (result.end != CommandResult::End::exited) {
    kill_and_wait(child);
    return result;
  }
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace reportal
