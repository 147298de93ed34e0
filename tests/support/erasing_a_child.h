#pragma once

// A school whose lead opens a case about several children, closes it and asks that one of them is erased; the
// head agrees.

#include "app/accounts.h"
#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/erasures.h"
#include "app/find_cases.h"
#include "support/closing.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::app {

class ErasingAChild : public ::testing::Test {
public:
    ErasingAChild() = default;
    explicit ErasingAChild(const Options& options) : at{options} {}

protected:
    static constexpr std::string_view lead_email = "lead@fennimore.example";
    static constexpr std::string_view head_email = "head@fennimore.example";

    record::ChildId new_child(const std::string& name)
    {
        record::Identity identity;
        identity.given_name = name;
        return wait_for(add_children(at.safelead(), at.actor(lead_email), at.command(), {identity}))
            .value()
            .front();
    }

    CaseView view(const record::Reference& reference)
    {
        return wait_for(view_case(at.safelead(), at.actor(lead_email), reference)).value();
    }

    void change(const record::Reference& reference, record::CaseCommand what)
    {
        ASSERT_TRUE(wait_for(
            change_case(at.safelead(), at.actor(lead_email), at.command(), reference, std::move(what))));
    }

    Reported report_about(const std::vector<record::ChildId>& children)
    {
        return at.report([&](Report& report) {
            report.children = children;
            report.not_on_list.clear();
        });
    }

    record::Reference open_about(const std::vector<record::ChildId>& children)
    {
        const auto reported = report_about(children);
        (void)wait_for(read_concern(at.safelead(), at.actor(lead_email), reported.reference));
        const auto opened =
            wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {reported.reference}));
        for (const auto& child : children)
            change(opened->reference, record::AddPerson{PersonId{""}, child, ""});
        return opened->reference;
    }

    void close(const record::Reference& reference)
    {
        test::refer_and_close(at, at.actor(lead_email), reference);
    }

    struct TwoCases {
        record::ChildId goes;
        record::ChildId stays;
        record::Reference whole;   ///< About the one who goes alone.
        record::Reference shared;  ///< About both.
    };
    TwoCases two_closed_cases()
    {
        const auto goes = new_child("Robin");
        const auto stays = new_child("Kim");
        TwoCases two{goes, stays, open_about({goes}), open_about({goes, stays})};
        close(two.whole);
        close(two.shared);
        return two;
    }

    ErasureOutcome<Done> ask(const record::ChildId& child)
    {
        return wait_for(ask_erasure(at.safelead(), at.actor(lead_email), at.command(), child,
                                    {record::ErasureReason::retention_ended,
                                     "The time has ended.",
                                     {record::CopyHolder::social_care}}));
    }

    ErasureOutcome<record::ErasureId> agree(const record::ChildId& child, std::string_view who = head_email,
                                            const std::string& password = {})
    {
        return wait_for(agree_erasure(at.safelead(), at.actor(who), at.command(), child,
                                      password.empty() ? password_of(who) : password));
    }

    static std::string password_of(std::string_view email)
    {
        for (const auto& one : practice_sign_ins())
            if (one.email == email) return one.password;
        return {};
    }

    template <class Value>
    static record::ErasureRefusal refusal(const ErasureOutcome<Value>& outcome)
    {
        return std::get<record::ErasureRefusal>(outcome.error());
    }

    std::vector<record::Reference> found(const std::string& typed)
    {
        std::vector<record::Reference> references;
        const auto all = wait_for(find_cases(at.safelead(), at.actor(lead_email), {.typed = typed}));
        for (const auto& one : all.value().cases) references.push_back(one.it->reference);
        return references;
    }

    test::PracticePartnership at;
};

}  // namespace safelead::app
