#pragma once

#include "store/postgres/connection.h"

#include <mutex>

namespace safelead::store::postgres {

/// Connections to one database: as many as are asked for at a time, and some kept for the next.
class Pool {
public:
    Pool(std::string address, Durability durability);

    /// What `question` makes of a connection. A connection that broke while it lay idle is exchanged and the
    /// question asked once more, so it must change nothing, or the same when it is asked twice.
    template <class Question>
    auto ask(const Question& question)
    {
        auto connection = take();
        if (connection) {
            try {
                return answer(std::move(connection), question);
            } catch (const SqlFailure& failure) {
                if (!failure.may_be_tried_again()) throw;
                forget_idle();
            }
        }
        return answer(connect(), question);
    }

    /// Likewise for what changes something else when it is asked twice. Whether a connection that lay idle
    /// still answers is found out first, with a question that changes nothing.
    /// @throws SqlFailure when the connection broke after that: whether anything was changed is not known.
    template <class Question>
    auto ask_once(const Question& question)
    {
        auto connection = take();
        if (connection && !still_answers(*connection)) {
            forget_idle();
            connection.reset();
        }
        return answer(connection ? std::move(connection) : connect(), question);
    }

    /// A new one.
    /// @throws SqlFailure when it can't be made, or could not be a moment ago, or could not be and another
    /// thread is trying.
    [[nodiscard]] std::unique_ptr<Connection> connect();

private:
    class Turn;

    template <class Question>
    auto answer(std::unique_ptr<Connection> connection, const Question& question)
    {
        auto given = question(*connection);
        put_back(std::move(connection));
        return given;
    }

    [[nodiscard]] static bool still_answers(Connection& connection);
    [[nodiscard]] std::unique_ptr<Connection> take();
    void put_back(std::unique_ptr<Connection> connection);
    void forget_idle();

    const std::string address_;
    const Durability durability_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::string why_not_;  // why the last attempt to connect failed
    Deadline not_before_{};
    bool is_tried_ = false;  // whether somebody is finding out if it still can't be made
};

}  // namespace safelead::store::postgres
