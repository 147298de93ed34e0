#include "app/said.h"

namespace safelead::app {

void Said::text(std::string_view text)
{
    said_ += std::to_string(text.size());
    said_ += ':';
    said_ += text;
}

Bytes Said::bytes() const
{
    const auto view = bytes_of(said_);
    return {view.begin(), view.end()};
}

void WordsGate::text(std::string& value)
{
    auto typed = words::take_out_data(value);
    taken_out_ += typed.data_taken_out + typed.links_taken_out;
    value = std::move(typed.text);
    if (typed.letters_in_doubt == 0) return;

    // Codes stand alone; a piece in each of several fields is one thing cut up.
    constexpr std::size_t most_doubtful = 96;
    letters_in_doubt_ += typed.letters_in_doubt;
    in_doubt_.push_back(&value);
    if (letters_in_doubt_ <= most_doubtful) return;
    for (std::string* one : in_doubt_) {
        auto again = words::take_out_data(*one, words::Doubtful::goes);
        taken_out_ += again.data_taken_out;
        *one = std::move(again.text);
    }
    in_doubt_.clear();
}

}  // namespace safelead::app
