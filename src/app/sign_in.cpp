#include "app/sign_in.h"

#include "app/beginning.h"
#include "app/finding_people.h"
#include "app/parts.h"

namespace safelead::app {
namespace {

constexpr std::size_t longest_password = 1024;

using Answer = Result<SignInAnswer, SignInRefusal>;

/// What there is to know of whoever tries, before their password is checked.
struct Claim {
    std::optional<PersonId> person;
    std::string hash;  ///< Of a password nobody has, where there is no such person: checking takes as long.
    int passwords_set = 0;
    std::string account;
    bool is_device_known = false;
};

class SigningIn : public std::enable_shared_from_this<SigningIn> {
public:
    SigningIn(Parts& parts, SignIn asked) : parts_{parts}, asked_{std::move(asked)} {}

    Later<Answer> begin()
    {
        claim_ = claim();
        try_ = parts_.tries->begin(limits(), parts_.now());
        if (!try_) return Answer{fail(SignInRefusal::wait)};
        auto checking = parts_.workers.run([self = shared_from_this()] { return self->check(); });
        if (!checking) return Answer{fail(SignInRefusal::crowded)};
        return std::move(*checking).then(
            [self = shared_from_this()](crypto::PasswordCheck check) { return self->answer(check); });
    }

private:
    Claim claim()
    {
        Claim claim;
        const auto key = sign_in_key(parts_, asked_.email);
        claim.account = key.value_or("not an address: " + asked_.email);
        if (!key) return claim;
        const auto partnership = parts_.partnership();
        const auto* person = partnership->person_by_sign_in_key(*key);
        if (person == nullptr || person->password.empty()) return claim;
        claim.person = person->id;
        claim.hash = person->password;
        claim.passwords_set = person->passwords_set;
        claim.is_device_known = knows_device(parts_, asked_.device, person->id);
        return claim;
    }

    std::vector<Tries::Limit> limits() const
    {
        const auto& options = parts_.options;
        std::vector<Tries::Limit> limits{{"address " + asked_.address, options.address_tries}};
        if (claim_.is_device_known) {
            limits.push_back({"device " + device_id(asked_.device, *claim_.person), options.device_tries});
        } else {
            limits.push_back({"account " + claim_.account, options.account_tries});
        }
        return limits;
    }

    crypto::PasswordCheck check()
    {
        if (asked_.password.size() > longest_password) asked_.password.resize(longest_password);
        if (claim_.person) return crypto::check_password(claim_.hash, asked_.password);
        (void)crypto::check_password(parts_.nobodys_password(), asked_.password);
        return crypto::PasswordCheck::wrong;
    }

    Answer answer(crypto::PasswordCheck check)
    {
        const auto ended = std::move(try_);
        if (check == crypto::PasswordCheck::wrong) {
            ended->count(parts_.now(), parts_.options.tries_window);
            return fail(SignInRefusal::wrong);
        }
        auto beginning = begin_for(parts_, *claim_.person, asked_.device, asked_.about, asked_.ends);
        if (beginning) beginning->passwords_set = claim_.passwords_set;  // Of the one that was checked.
        auto answer = beginning ? go_on(parts_, *beginning) : std::nullopt;
        if (!answer) return fail(SignInRefusal::nowhere);
        return *std::move(answer);
    }

    Parts& parts_;
    SignIn asked_;
    Claim claim_;
    std::shared_ptr<Tries::Try> try_;
};

}  // namespace

Later<Answer> sign_in(Safelead& safelead, SignIn asked)
{
    return std::make_shared<SigningIn>(safelead.parts(), std::move(asked))->begin();
}

}  // namespace safelead::app
