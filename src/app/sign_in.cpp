#include "app/sign_in.h"

#include "app/finding_people.h"
#include "app/parts.h"
#include "app/session.h"
#include "app/texts.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <algorithm>
#include <mutex>

namespace safelead::app {
namespace {

constexpr std::string_view device_kind = "device";
constexpr std::chrono::days device_known{180};
constexpr std::size_t longest_password = 1024;
constexpr std::size_t longest_about = 200;

using Answer = Result<SignedIn, SignInRefusal>;

/// A device is known to an account, not to everybody who ever used it.
std::string device_id(std::string_view device, const PersonId& person)
{
    return to_hex(crypto::sha256(bytes_of(std::string{device} + '\n' + std::string{person.text()})));
}

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
        claim.is_device_known =
            !asked_.device.empty() &&
            parts_.passing->get(device_kind, device_id(asked_.device, person->id), parts_.now()).has_value();
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
        auto session = begin_session();
        if (!session) return fail(SignInRefusal::nowhere);
        return *std::move(session);
    }

    std::optional<SignedIn> begin_session()
    {
        const auto where = organisation_of(*claim_.person);
        if (!where) return std::nullopt;
        const auto token = crypto::random_token();
        const auto now = parts_.now();
        const Session session{session_id_of(token),
                              *claim_.person,
                              *where,
                              claim_.passwords_set,
                              now,
                              now,
                              asked_.about.substr(0, longest_about)};
        auto actor = actor_in(parts_, session);
        if (!actor) return std::nullopt;
        if (!asked_.ends.empty())
            parts_.passing->store().remove(session_kind, session_id_of(asked_.ends).text());
        keep_session(parts_, session);
        return SignedIn{*std::move(actor), token, know_device()};
    }

    /// Where they work, or the first place that gave them a role.
    std::optional<OrganisationId> organisation_of(const PersonId& id) const
    {
        const auto partnership = parts_.partnership();
        const auto* person = partnership->person(id);
        if (person == nullptr || person->left) return std::nullopt;
        if (person->roles.contains(person->home)) return person->home;
        if (person->roles.empty()) return std::nullopt;
        return person->roles.begin()->first;
    }

    std::string know_device()
    {
        const auto device = asked_.device.empty() ? crypto::random_token() : asked_.device;
        parts_.passing->put({std::string{device_kind},
                             device_id(device, *claim_.person),
                             std::string{claim_.person->text()},
                             {},
                             parts_.now() + device_known});
        return device;
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
