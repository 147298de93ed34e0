#pragma once

#include "app/safelead.h"
#include "app/upkeep.h"
#include "cli/command_line.h"

#include <functional>
#include <iosfwd>

namespace safelead::cli {

/// What a command on the record works with: here, or in the server that has the data folder open.
struct OnRecordWith {
    app::Safelead& safelead;
    std::function<app::RecordChecked()> check_record;
    std::function<std::string(const std::filesystem::path&)> back_up;  ///< Says what it wrote.
    app::DataPlace place;                                              ///< The master key is beside the data.
    std::istream& in;
    std::ostream& out;
    std::ostream& errors;
    std::function<void(std::string_view)> progress{};  ///< How far long work is, now and then.
};

/// Carries `command` out and prints what came of it; errors are one sentence. Gives the exit code.
[[nodiscard]] int carry_out(const RecordCommand& command, const OnRecordWith& with);

/// What `record verify` and `doctor` say.
void print(const app::RecordChecked& checked, Output output, std::ostream& out);
void print(const std::vector<app::Finding>& findings, Output output, std::ostream& out);

}  // namespace safelead::cli
