#include "post/smtp_answers.h"

#include <algorithm>

namespace safelead::post {
namespace {

constexpr std::size_t code_length = 3;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// As RFC 2034 has them: "5.1.1 " behind the code. Empty: there is none.
std::string_view enhanced_code_of(std::string_view line)
{
    if (line.size() <= code_length + 1) return {};
    const auto text = line.substr(code_length + 1);
    const auto code = text.substr(0, text.find_first_of(" \r\n"));
    const bool is_one = std::ranges::count(code, '.') == 2 && is_digit(code.front()) &&
                        is_digit(code.back()) &&
                        std::ranges::all_of(code, [](char c) { return is_digit(c) || c == '.'; });
    return is_one ? code : std::string_view{};
}

bool is_final(std::string_view line)
{
    return line.size() >= code_length && line.starts_with("55") && is_digit(line[2]);
}

}  // namespace

void SmtpAnswers::sent(std::string_view command)
{
    if (command.starts_with("QUIT"))
        is_over_ = true;
    else if (command.starts_with("RCPT TO:"))
        stage_ = Stage::receiver;
    else
        stage_ = command.starts_with("DATA") ? Stage::mail : Stage::before;
}

void SmtpAnswers::answered(std::string_view line)
{
    if (is_over_) return;
    if (is_whole_) is_lasting_ = is_of_sender_ = false;
    is_final_ = is_final(line);
    is_whole_ = line.size() <= code_length || line[code_length] != '-';
    const auto code = enhanced_code_of(line);
    is_lasting_ = is_lasting_ || code.starts_with("5.");
    is_of_sender_ = is_of_sender_ || code.starts_with("5.7.");
}

bool SmtpAnswers::is_refused_for_good() const
{
    return stage_ != Stage::before && is_final_ && is_lasting_ && !is_of_sender_;
}

}  // namespace safelead::post
