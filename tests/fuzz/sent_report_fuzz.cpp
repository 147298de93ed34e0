// Any bytes as a report that a school's own system sends: refused with what is wrong, or a report within its
// limits.

#include "exchange/sent_report.h"
#include "record/text_limits.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace safelead;

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto report = exchange::parse_sent_report({reinterpret_cast<const char*>(bytes), size});
    if (!report) {
        must(!report.error().wrong.empty());
        for (const auto& one : report.error().wrong) must(!one.words.empty() && one.words.size() < 300);
        return 0;
    }
    must(!report->reporter.text().empty() && !record::is_blank(report->words));
    must(record::fits_account(report->words) && record::fits_account(report->where));
    must(record::fits_account(report->child_now) && record::fits_account(report->when.words));
    must(!report->children.empty() && report->children.size() <= exchange::most_sent_children);
    for (const auto& child : report->children)
        must(!record::is_blank(child.name) && record::fits_line(child.name) &&
             record::fits_line(child.detail));
    must(report->people_involved.size() <= exchange::most_sent_people);
    for (const auto& person : report->people_involved) must(!person.text().empty());
    return 0;
}
