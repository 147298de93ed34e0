#pragma once

// What a school's own system may ask, with a token (docs/formats/api.md): to report, to learn whether a
// report was read, to list who works there. Access is asked of each (access/system.h); there is no way from
// here to the words of a concern, to a case or to a child.
//
// Answers are JSON, as they are sent.

#include "access/system.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace safelead::app {

/// Whatever showed a good token.
struct CallingSystem {
    access::System who;
    directory::TokenId token;
};

enum class TokenRefusal {
    wrong,  ///< None, not ours, over or revoked: never said which.
    wait,   ///< Too many wrong ones from that address.
    fast,   ///< A good one, used too often in this minute.
};

/// Whose token that is. A good one is never refused for wrong ones from the same address.
[[nodiscard]] Result<CallingSystem, TokenRefusal> system_of(Safelead& safelead, std::string_view token,
                                                            std::string_view address);

struct ScopeMissing {
    directory::Scope scope;
};
/// What is wrong with what was sent.
struct WrongBody {
    enum class Why { not_understood, fields };
    struct Field {
        std::string name;
        std::string words;
    };
    Why why = Why::fields;
    std::vector<Field> fields;  ///< Never empty.
};
using NotAnswered = std::variant<ScopeMissing, WrongBody, NotDone>;

template <class Value>
using Answered = Result<Value, NotAnswered>;

struct ReportSent {
    std::string reference;
    std::string json;
};

/// Keeps the report on the word of the member of staff that it names. Durable when it is there. The same
/// `key` again makes nothing and gets the first answer.
[[nodiscard]] Later<Answered<ReportSent>> send_report(Safelead& safelead, const CallingSystem& system,
                                                      const CommandId& key, std::string_view body);

/// How far a report is that this very system sent.
[[nodiscard]] Answered<std::string> sent_report(Safelead& safelead, const CallingSystem& system,
                                                const record::Reference& reference);

inline constexpr std::size_t most_people_listed = 200;
inline constexpr std::size_t usual_people_listed = 100;

/// Who works there now, by id, after the one given.
[[nodiscard]] Answered<std::string> people_listed(Safelead& safelead, const CallingSystem& system,
                                                  std::string_view after, std::size_t limit);

}  // namespace safelead::app
