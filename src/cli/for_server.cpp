#include "cli/for_server.h"

namespace safelead::cli {
namespace {

bool is_flag(const CLI::Option& option)
{
    return option.get_expected_min() == 0;
}

/// Options of a group stand in a command without a name.
std::vector<const CLI::Option*> given_to(const CLI::App& command)
{
    auto given = command.get_options([](const CLI::Option* option) { return option->count() > 0; });
    for (const auto* group :
         command.get_subcommands([](const CLI::App* one) { return one->get_name().empty(); }))
        for (const auto* option : given_to(*group)) given.push_back(option);
    return given;
}

void say_options(const CLI::App& command, std::vector<std::string>& words)
{
    const auto given = given_to(command);
    // Those without a name first: an option that may come again would take them for its own.
    for (const auto* option : given)
        if (option->get_lnames().empty())
            for (const auto& value : option->results()) words.push_back(value);
    for (const auto* option : given) {
        if (option->get_lnames().empty()) continue;
        const auto name = "--" + option->get_lnames().front();
        for (const auto& value : option->results()) {
            if (is_flag(*option)) {
                words.push_back(value == "true" ? name : name + "=" + value);
            } else {
                words.push_back(name);
                words.push_back(value);
            }
        }
    }
}

}  // namespace

std::vector<std::string> said_again(const CLI::App& read)
{
    std::vector<std::string> words;
    for (const CLI::App* chosen : read.get_subcommands()) {
        words.push_back(chosen->get_name());
        say_options(*chosen, words);
        for (auto& word : said_again(*chosen)) words.push_back(std::move(word));
    }
    return words;
}

void leave_environment_out(CLI::App& command)
{
    for (auto* option : command.get_options()) option->envname("");
    for (auto* below : command.get_subcommands([](CLI::App*) { return true; })) leave_environment_out(*below);
}

}  // namespace safelead::cli
