#pragma once

// What waits for the lead: concerns by urgency, and cases.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"
#include "web/pages/rings.h"

#include <string>
#include <vector>

namespace safelead::web {

struct InboxLine {
    std::string reference;
    std::string who;       ///< The children, by name.
    std::string reported;  ///< When, in words.
    std::string reporter;
    record::Answer danger_now;
    record::ConcernState state;
    bool still_worried = false;
    bool escalated = false;
    bool told_in_person = false;
};
/// The lines are already in order, the most urgent first.
[[nodiscard]] Html inbox_page(const Speaker& say, const std::vector<InboxLine>& lines);

struct CaseLine {
    std::string reference;
    std::string who;
    std::string opened;
    std::string route;  ///< As decided, or else as advised; empty if neither.
    std::string next;   ///< The next thing to do.
    bool overdue = false;
    bool waits_for_sign_off = false;
    record::CaseState state = record::CaseState::open;
};
/// `find` is where to look for one.
[[nodiscard]] Html cases_page(const FormWriter& form, const FormFrame& find,
                              const std::vector<CaseLine>& lines);

enum class MoreFound { none, perhaps };
[[nodiscard]] Html cases_found_page(const FormWriter& form, const FormFrame& find,
                                    const std::vector<CaseLine>& lines, MoreFound more);

/// One concern, read.
struct ConcernReadPage {
    record::ConcernReported reported;
    record::ConcernState state;
    std::string reporter;
    std::string by_way_of = {};  ///< The system that sent it, if one did.
    std::string reported_at;
    std::string when;
    std::vector<std::string> children;
    std::vector<std::string> child_addresses = {};  ///< One for each child, or none.
    std::vector<std::string> involved;
    std::vector<std::string> later;  ///< What was said since: "still worried".
    std::string case_reference;      ///< The case it is in, if it is in one.
    std::vector<CaseLine> open_cases;
    std::vector<InboxLine> others;  ///< Concerns that a case could be opened with.
    FormFrame open_case;
    FormFrame join;
    FormFrame keep;
    bool may_settle = false;
    std::vector<Ring> rings;  ///< Where somebody is in danger.
};
[[nodiscard]] Html concern_read_page(const FormWriter& form, const ConcernReadPage& page);

struct MyReport {
    std::string reference;
    std::string reported;
    bool read = false;
    bool acted_on = false;
    bool still_worried = false;
    std::string by_way_of = {};  ///< The system that sent it in their name, if one did.
    FormFrame worried;
};
/// `form` came back from the report `returned`, if any.
[[nodiscard]] Html my_reports_page(const FormWriter& form, const std::vector<MyReport>& reports,
                                   std::string_view returned);

}  // namespace safelead::web
