package dev.baton.access.openid;

import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.StaffAddress;
import dev.baton.people.StaffDirectory;
import dev.baton.people.Team;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People as their provider knows them: made at their first login, brought up to date at each, and
 * without a password here. Who is here already is joined only by an address that the provider has
 * verified; nobody becomes another by a name they chose.
 */
@Component
class ProviderStaff {
  private final ProviderLogins logins;
  private final People people;
  private final StaffDirectory directory;
  private final EngineUsers users;
  private final LoginSettings settings;
  private final ZoneId zone;

  ProviderStaff(
      ProviderLogins logins,
      People people,
      StaffDirectory directory,
      EngineUsers users,
      LoginSettings settings,
      ZoneId zone) {
    this.logins = logins;
    this.people = people;
    this.directory = directory;
    this.users = users;
    this.settings = settings;
    this.zone = zone;
  }

  /** Their id here; refuses with the sentence that they read. */
  @Transactional
  public String logIn(OidcUser user) {
    ProviderClaims claims = ProviderClaims.of(user, settings);
    Role role = settings.roleOf(claims.groups()).orElseThrow(LoginRefusal.NO_GROUP::exception);
    String issuer = user.getIdToken().getIssuer().toString();
    String subject = user.getSubject();
    Optional<Person> joined =
        logins
            .personOf(issuer, subject)
            // one whom an administrator gave a password logs in with that, or joins anew
            .filter(id -> !users.hasPassword(id))
            .flatMap(people::lock);
    Optional<Person> known = joined.or(() -> local(claims));
    if (known.filter(person -> !person.active()).isPresent()) {
      throw LoginRefusal.INACTIVE.exception();
    }
    Person person =
        known.map(now -> updated(now, claims, role)).orElseGet(() -> made(claims, role));
    directory.save(person, Optional.empty());
    if (joined.isEmpty()) {
      users.dropPassword(person.id());
      logins.join(issuer, subject, person.id());
    }
    if (person.unresponsiveSince() != null) {
      people.isBack(person.id());
    }
    return person.id();
  }

  /** Who is here without the provider: joined by a verified address, or nobody has that name. */
  private Optional<Person> local(ProviderClaims claims) {
    Optional<Person> byAddress = claims.email().flatMap(people::ofEmail);
    Optional<Person> byName = claims.id().flatMap(people::find);
    if (byName.isEmpty() && claims.email().filter(this::isSomebodys).isEmpty()) {
      return Optional.empty();
    }
    return byAddress
        .filter(person -> claims.verified() && !isJoined(person.id()))
        .or(
            () -> {
              throw LoginRefusal.TAKEN.exception();
            });
  }

  private boolean isJoined(String id) {
    return !users.hasPassword(id) && logins.isJoined(id);
  }

  private boolean isSomebodys(String address) {
    return people.all().stream().anyMatch(one -> one.email().equalsIgnoreCase(address));
  }

  private Person made(ProviderClaims claims, Role role) {
    String id = claims.id().orElseThrow(LoginRefusal.NO_NAME::exception);
    if (directory.isUser(id) || directory.isReserved(id)) {
      throw LoginRefusal.TAKEN.exception();
    }
    String email = claims.email().orElseThrow(LoginRefusal.NO_EMAIL::exception);
    return new Person(
        id, claims.name(), email, role, Team.EVERYBODY, claims.zone().orElse(zone), true);
  }

  /** Team, zone and terms are ours; an address that is another's here isn't taken over. */
  private Person updated(Person now, ProviderClaims claims, Role role) {
    String email = claims.email().filter(address -> !isSomebodys(address)).orElse(now.email());
    return new Person(
        now.id(),
        claims.name().isEmpty() ? now.name() : claims.name(),
        new StaffAddress(email, now.slackId(), now.address().language()),
        role,
        now.team(),
        now.zone(),
        now.active(),
        now.terms(),
        now.unresponsiveSince());
  }
}
