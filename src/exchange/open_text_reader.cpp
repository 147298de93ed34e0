#include "exchange/open_text_reader.h"

#include "base/text.h"
#include "exchange/open_text_lines.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace safelead::exchange {

namespace {

using guidance::Block;
using guidance::OpenText;

template <class Value>
using Read = Result<Value, FileFault>;

constexpr std::size_t longest = std::size_t{64} * 1024;

class TextReader {
public:
    TextReader(const TextPlace& place, std::string_view text, const Numbers& numbers)
        : file_{place.file}, lines_{split(text, '\n')}, numbers_{numbers}
    {
        text_.area = place.area;
        text_.shelf = place.shelf;
        text_.language = place.language;
        text_.name = place.name;
    }

    Read<OpenText> read()
    {
        SL_TRY(read_head());
        SL_TRY(fill_in());
        SL_TRY(read_body());
        if (text_.blocks.empty()) return fault("", "has nothing to read");
        return std::move(text_);
    }

private:
    Failed<FileFault> fault(std::string_view field, std::string what) const
    {
        return fail(
            FileFault{std::string{file_}, static_cast<int>(at_) + 1, std::string{field}, std::move(what)});
    }

    Read<Done> read_head()
    {
        if (lines_.empty() || lines_[0] != "---") return fault("", "does not begin with its head: ---");
        for (at_ = 1; at_ < lines_.size() && lines_[at_] != "---"; ++at_) {
            const auto colon = lines_[at_].find(": ");
            if (colon == std::string_view::npos) return fault("", "is not \"key: value\"");
            const std::string key{lines_[at_].substr(0, colon)};
            const auto value = trim(lines_[at_].substr(colon + 2));
            if (value.empty()) return fault(key, "is empty");
            if (key == "author") {
                text_.authors.emplace_back(value);
            } else if (key == "source") {
                const auto bar = value.find(" | ");
                if (bar == std::string_view::npos) return fault(key, "is not \"tag | where\"");
                text_.sources.push_back(
                    {std::string{value.substr(0, bar)}, std::string{value.substr(bar + 3)}});
            } else if (!head_.emplace(key, std::string{value}).second) {
                return fault(key, "is given twice");
            }
        }
        if (at_ == lines_.size()) return fault("", "has a head without an end");
        return Done{};
    }

    /// Each is taken away as it is read, so that what nobody knows is left over.
    std::optional<std::string> given(const std::string& key)
    {
        auto found = head_.extract(key);
        if (found.empty()) return std::nullopt;
        return std::move(found.mapped());
    }

    Read<std::string> wanted(const std::string& key)
    {
        auto value = given(key);
        if (!value) return fault(key, "is missing");
        return std::move(*value);
    }

    Read<Date> date(const std::string& key)
    {
        const auto value = SL_TRY(wanted(key));
        const auto day = parse_date(value);
        if (!day) return fault(key, "is not a date like 2026-11-23");
        return *day;
    }

    Read<std::optional<int>> number_if_any(const std::string& key)
    {
        const auto value = given(key);
        if (!value) return std::optional<int>{};
        int number = 0;
        const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
        if (error != std::errc{} || end != value->data() + value->size() || number < 1)
            return fault(key, "is not a number from 1");
        return std::optional<int>{number};
    }

    Read<Done> fill_in()
    {
        text_.title = SL_TRY(wanted("title"));
        text_.summary = SL_TRY(wanted("summary"));
        const auto reader = guidance::reader_from_name(SL_TRY(wanted("reader")));
        if (!reader) return fault("reader", "is nobody that texts are written for");
        text_.reader = *reader;
        text_.number = SL_TRY(number_if_any("number"));
        text_.edition = SL_TRY(number_if_any("edition")).value_or(1);
        text_.published = SL_TRY(date("published"));
        text_.review_by = SL_TRY(date("review-by"));
        text_.licence = given("licence").value_or("");
        text_.sign_video = given("sign-video").value_or("");
        if (!text_.sign_video.empty() && !text_.sign_video.starts_with("https://"))
            return fault("sign-video", "is an address that begins with https://");
        const auto direction = given("direction");
        if (direction && *direction != "rtl") return fault("direction", "is rtl or is left out");
        if (direction) text_.direction = guidance::WritingDirection::right_to_left;
        SL_TRY(fill_in_checked());
        if (text_.authors.empty()) return fault("author", "is missing");
        if (text_.sources.empty()) return fault("source", "is missing");
        if (text_.number && !text_.name.starts_with(fmt::format("{}-", *text_.number)))
            return fault("number", "does not begin the file's name");
        if (!head_.empty()) return fault(head_.begin()->first, "is not known");
        return Done{};
    }

    Read<Done> fill_in_checked()
    {
        auto by = given("checked-by");
        if (!by)
            return given("checked-on") ? Read<Done>{fault("checked-on", "says a day and nobody")} : Done{};
        text_.checked = guidance::WordsChecked{std::move(*by), SL_TRY(date("checked-on"))};
        return Done{};
    }

    Read<Done> read_body()
    {
        std::string paragraph;
        for (++at_; at_ <= lines_.size(); ++at_) {
            const auto line = at_ == lines_.size() ? std::string_view{} : trim(lines_[at_]);
            const auto found = kind_of(line);
            if (found.kind == Block::Kind::paragraph && !line.empty()) {
                paragraph += (paragraph.empty() ? "" : " ") + std::string{line};
                continue;
            }
            if (!paragraph.empty()) SL_TRY(add(Block::Kind::paragraph, std::exchange(paragraph, {})));
            if (line.empty()) {
                joining_ = false;
            } else if (line.starts_with('{')) {
                SL_TRY(add_slot(line));
            } else {
                SL_TRY(add(found.kind, found.rest));
            }
        }
        return Done{};
    }

    struct Found {
        Block::Kind kind = Block::Kind::paragraph;
        std::string_view rest;
    };

    static Found kind_of(std::string_view line)
    {
        using Kind = Block::Kind;
        const std::pair<std::string_view, Kind> marks[] = {
            {"### ", Kind::subheading}, {"## ", Kind::heading}, {"- ", Kind::bullets}, {"! ", Kind::danger}};
        for (const auto& [mark, kind] : marks)
            if (line.starts_with(mark)) return {kind, line.substr(mark.size())};
        if (line.starts_with('{')) return {Kind::who_to_ring, line};
        const auto digits = line.find_first_not_of("0123456789");
        if (digits != 0 && digits != std::string_view::npos && line.substr(digits).starts_with(". "))
            return {Kind::steps, line.substr(digits + 2)};
        return {Kind::paragraph, line};
    }

    Read<Done> add(Block::Kind kind, std::string_view words)
    {
        auto read = parse_line(words, numbers_);
        if (!read) return fault("", read.error());
        guidance::Line line = std::move(read).value();
        const bool is_list = kind == Block::Kind::bullets || kind == Block::Kind::steps;
        if (is_list && joining_ && text_.blocks.back().kind == kind) {
            text_.blocks.back().lines.push_back(std::move(line));
        } else {
            text_.blocks.push_back({kind, {std::move(line)}});
        }
        joining_ = is_list;
        return Done{};
    }

    Read<Done> add_slot(std::string_view line)
    {
        joining_ = false;
        if (line == "{who-to-ring}") {
            text_.blocks.push_back({Block::Kind::who_to_ring});
            return Done{};
        }
        if (!line.starts_with("{ring ") || !line.ends_with('}'))
            return fault("", "is no place that can be filled");
        std::string id{line.substr(6, line.size() - 7)};
        if (numbers_.contacts.find(directory::ContactId{id}) == nullptr)
            return fault("", fmt::format("there is no contact \"{}\"", id));
        text_.blocks.push_back({Block::Kind::ring, {}, std::move(id)});
        return Done{};
    }

    std::string_view file_;
    std::vector<std::string_view> lines_;
    const Numbers& numbers_;
    std::map<std::string, std::string> head_;
    std::size_t at_ = 0;
    bool joining_ = false;
    OpenText text_;
};

}  // namespace

Result<OpenText, FileFault> parse_open_text(const TextPlace& place, std::string_view text,
                                            const Numbers& numbers)
{
    const auto whole = [&](std::string what) {
        return fail(FileFault{std::string{place.file}, 0, "", std::move(what)});
    };
    if (text.size() > longest) return whole("is longer than 64 KiB");
    if (!is_utf8(text)) return whole("is not UTF-8");
    return TextReader{place, text, numbers}.read();
}

}  // namespace safelead::exchange
