#pragma once

// What an SMTP server answers while one mail is given to it, and whether trying again is of no use. It knows
// nothing of connections: its user tells it each line.

#include <string_view>

namespace safelead::post {

class SmtpAnswers {
public:
    /// A command as it was sent.
    void sent(std::string_view command);
    /// A line of an answer, of which there may be several.
    void answered(std::string_view line);

    /// The mail's receiver, or the mail itself, was refused in a way that stays so. What is said of whoever
    /// sends is put right one day, and so may be what nobody can tell: docs/adr/0265.
    [[nodiscard]] bool is_refused_for_good() const;

private:
    enum class Stage {
        before,    ///< Up to the sender, and that.
        receiver,  ///< Whoever it goes to.
        mail,      ///< The mail itself.
    };

    Stage stage_ = Stage::before;
    bool is_over_ = false;       ///< QUIT was sent: nothing that comes now is of this mail.
    bool is_whole_ = true;       ///< Another line begins another answer.
    bool is_final_ = false;      ///< 550 to 559.
    bool is_lasting_ = false;    ///< An enhanced status code says 5.x.y.
    bool is_of_sender_ = false;  ///< One says 5.7.y: security or policy, which is of whoever sends.
};

}  // namespace safelead::post
