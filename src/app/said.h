#pragma once

// What somebody typed, field by field: written down the same way each time it is sent, and passed through the
// gate for words. Each struct says once which fields it has (`each_field`); both follow that list.

#include "base/bytes.h"
#include "base/id.h"
#include "base/time.h"
#include "words/typed.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace safelead::app {

/// What a command said, in bytes that are the same when it is sent again: texts are counted, so no two
/// commands say the same by accident.
class Said {
public:
    explicit Said(std::string_view what) { text(what); }

    [[nodiscard]] Bytes bytes() const;

    void text(std::string_view text);

    template <class T>
    void operator()(const T& value)
    {
        if constexpr (std::is_convertible_v<const T&, std::string_view>) {
            text(value);
        } else if constexpr (std::is_enum_v<T>) {
            text(std::to_string(static_cast<long long>(value)));
        } else if constexpr (std::is_integral_v<T>) {
            text(std::to_string(value));
        } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant>) {
            text(to_text(value));
        } else {
            part(value);
        }
    }

private:
    template <class Kind>
    void part(const Id<Kind>& id)
    {
        text(id.text());
    }
    template <class T>
    void part(const std::optional<T>& value)
    {
        text(value ? "some" : "none");
        if (value) (*this)(*value);
    }
    template <class T>
    void part(const std::vector<T>& values)
    {
        text(std::to_string(values.size()));
        for (const auto& value : values) (*this)(value);
    }
    template <class T>
    void part(const T& fields)
    {
        each_field(fields, *this);
    }

    std::string said_;
};

/// Takes out of every text what carries data, and counts how often. What was cut up over several fields is
/// taken out of all of them. Those it was shown stay where they are until it has seen all.
class WordsGate {
public:
    template <class T>
    void operator()(T& value)
    {
        if constexpr (std::is_same_v<T, std::string>) {
            text(value);
        } else if constexpr (!std::is_enum_v<T> && !std::is_integral_v<T> && !std::is_same_v<T, Date> &&
                             !std::is_same_v<T, Instant>) {
            part(value);
        }
    }

    [[nodiscard]] std::size_t taken_out() const { return taken_out_; }

private:
    void text(std::string& value);

    template <class Kind>
    void part(Id<Kind>&)
    {
    }
    template <class T>
    void part(std::optional<T>& value)
    {
        if (value) (*this)(*value);
    }
    template <class T>
    void part(std::vector<T>& values)
    {
        for (auto& value : values) (*this)(value);
    }
    template <class T>
    void part(T& fields)
    {
        each_field(fields, *this);
    }

    std::vector<std::string*> in_doubt_;
    std::size_t letters_in_doubt_ = 0;
    std::size_t taken_out_ = 0;
};

}  // namespace safelead::app
