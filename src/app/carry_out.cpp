#include "app/carry_out.h"

#include "app/one_look.h"
#include "app/refused.h"
#include "base/overloaded.h"

namespace safelead::app {
namespace {

/// How often somebody else may come first. Each time, theirs was kept: so under any load somebody gets on.
constexpr int most_turns = 30;

Later<Outcome<Kept>> not_done(NotDone why)
{
    return refused<Kept>(std::move(why));
}

}  // namespace

void Writing::expect(ledger::StreamId stream, ledger::StreamPosition seen)
{
    for (const auto& known : expectations_)
        if (known.stream == stream) return;
    expectations_.push_back({std::move(stream), seen});
}

class CarryingOut : public std::enable_shared_from_this<CarryingOut> {
public:
    CarryingOut(Follower& follower, ToCarryOut command) : follower_{follower}, command_{std::move(command)} {}

    Later<Outcome<Kept>> turn()
    {
        if (++turns_ > most_turns) return not_done(Crowded{});
        follower_.catch_up();
        auto writing = command_.decide();
        if (!writing) return refused(std::move(writing).error());
        if (writing->is_empty()) return Outcome<Kept>{Kept{command_.now, ledger::Turn::first}};
        return submit(submission(*writing), note(*writing));
    }

private:
    /// What is refused now may have been carried out before, when it was sent the first time.
    Later<Outcome<Kept>> refused(NotDone why)
    {
        if (!follower_.log().recorded(command_.command)) return not_done(std::move(why));
        // Its first answer comes before anything is looked at or written, so what is offered to be written is
        // no matter.
        auto asking = submission(Writing{});
        asking.entries.push_back({ledger::StreamId{"asked-again"}, ledger::shared_part(), {}});
        return submit(std::move(asking), nullptr);
    }

    ledger::Submission submission(const Writing& writing) const
    {
        ledger::Submission submission{
            command_.command, command_.content, writing.expectations_, {},
            command_.now,     nullptr,          writing.destroys_,     writing.facts_,
            writing.about_,   writing.log_seen_};
        for (const auto& [stream, part, event] : writing.entries_)
            submission.entries.push_back({stream, part, bytes_of_event(event)});
        return submission;
    }

    static std::shared_ptr<const Note> note(const Writing& writing)
    {
        auto note = std::make_shared<Note>();
        for (const auto& [stream, part, event] : writing.entries_) note->events.emplace_back(stream, event);
        return note;
    }

    Later<Outcome<Kept>> submit(ledger::Submission submission, std::shared_ptr<const Note> note)
    {
        return follower_.submit(std::move(submission), std::move(note))
            .then([self = shared_from_this()](ledger::SubmitResult result) {
                return self->answer(std::move(result));
            });
    }

    Later<Outcome<Kept>> answer(ledger::SubmitResult result)
    {
        if (result) {
            // Kept before, and it may not have been known then that it was: then nobody has folded it.
            if (result->turn == ledger::Turn::again) follower_.learn_of(result->last);
            return Outcome<Kept>{Kept{result->time, result->turn}};
        }
        return std::visit(Overloaded{
                              [this](const ledger::Conflict& conflict) { return again(conflict.stream); },
                              [](const ledger::PartErased&) { return not_done(NotThere{}); },
                              [this](const ledger::OtherContent& other) {
                                  return not_done(OtherContent{other.earlier.time, command_.reference});
                              },
                          },
                          result.error());
    }

    Later<Outcome<Kept>> again(const ledger::StreamId& stream)
    {
        look_again();
        auto gate = follower_.under_way(stream);
        if (!gate) return turn();
        return Later<Outcome<Kept>>::after(std::move(gate),
                                           [self = shared_from_this()] { return self->turn(); });
    }

    Follower& follower_;
    ToCarryOut command_;
    int turns_ = 0;
};

Later<Outcome<Kept>> carry_out(Follower& follower, ToCarryOut command)
{
    return std::make_shared<CarryingOut>(follower, std::move(command))->turn();
}

}  // namespace safelead::app
