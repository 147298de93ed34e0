#pragma once

// A child who was erased at the first school, with a case out of which somebody was kept by name.

#include "app/erasures.h"
#include "support/closing.h"
#include "walking_people.h"

namespace safelead::test {

/// What the certificate may name to whoever could read it, and to nobody else.
struct ErasedChild {
    std::string erasure;
    std::string a_case;
};

class ErasingChild {
public:
    explicit ErasingChild(WalkingPeople& people) : people_{people} {}

    /// Asked for by the lead and agreed to by the head, once the case is closed.
    ErasedChild erase(std::string_view kept_out)
    {
        const record::Identity identity{"Corin", "Umberleigh", "", {}, "", "", ""};
        const auto child =
            wait_for(app::add_children(safelead(), people_.lead(), command(), {identity})).value().front();
        open_case_about(child);
        refer_and_close(people_.at(), people_.lead(), of_);
        change(record::KeepRecord{record::PersonKeptOut{by_lead(), people_.at().actor(kept_out).person,
                                                        record::TooNear::own_child, "They said so."}});
        EXPECT_TRUE(
            wait_for(app::ask_erasure(safelead(), people_.lead(), command(), child,
                                      {record::ErasureReason::retention_ended, "The time has ended.", {}})));
        const auto head = people_.at().actor("head@fennimore.example");
        const auto id = wait_for(
            app::agree_erasure(safelead(), head, command(), child, std::string{app::practice_password}));
        EXPECT_TRUE(id);
        return {id ? std::string{id->text()} : std::string{}, std::string{of_.text()}};
    }

private:
    [[nodiscard]] app::Safelead& safelead() { return people_.safelead(); }
    [[nodiscard]] CommandId command() { return people_.at().command(); }
    [[nodiscard]] PersonId by_lead() { return people_.lead().person; }

    void change(record::CaseCommand what)
    {
        EXPECT_TRUE(wait_for(app::change_case(safelead(), people_.lead(), command(), of_, std::move(what))));
    }

    void open_case_about(const record::ChildId& child)
    {
        const auto reported = people_.at().report([&](app::Report& report) {
            report.children = {child};
            report.not_on_list.clear();
        });
        of_ = wait_for(app::open_case(safelead(), people_.lead(), command(), {reported.reference}))
                  .value()
                  .reference;
        change(record::AddPerson{by_lead(), child, ""});
    }

    WalkingPeople& people_;
    record::Reference of_{""};
};

}  // namespace safelead::test
