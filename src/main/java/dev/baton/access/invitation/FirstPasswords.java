package dev.baton.access.invitation;

import dev.baton.access.openid.LoginSettings;
import dev.baton.engine.EngineUsers;
import dev.baton.input.FieldReader;
import dev.baton.input.Passwords;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.StaffDirectory;
import dev.baton.privacy.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Command of who was invited: a first password, and with it their work begins. */
@Component
class FirstPasswords {
  private final StaffInvitations invitations;
  private final People people;
  private final EngineUsers users;
  private final StaffDirectory directory;
  private final AuditTrail audit;
  private final boolean local;

  FirstPasswords(
      StaffInvitations invitations,
      People people,
      EngineUsers users,
      StaffDirectory directory,
      AuditTrail audit,
      LoginSettings login) {
    this.invitations = invitations;
    this.people = people;
    this.users = users;
    this.directory = directory;
    this.audit = audit;
    this.local = login.local();
  }

  /** Who is invited by this link; nobody once they have a login, or their address has changed. */
  Optional<Person> invited(String token) {
    return invitations
        .find(token)
        .filter(invitation -> local)
        .flatMap(
            invitation ->
                people
                    .find(invitation.person())
                    .filter(person -> person.email().equals(invitation.email())))
        .filter(person -> !person.active() && !users.hasPassword(person.id()));
  }

  /**
   * Sets it, once.
   *
   * @return empty when the link is over, be it only since a moment
   * @throws dev.baton.input.InvalidInput when it won't do
   */
  @Transactional
  public Optional<Person> set(String token, Map<String, String> form) {
    Optional<Person> invited = invited(token);
    if (invited.isEmpty()) {
      return invited;
    }
    Person person = invited.get();
    String password = password(form, person);
    if (!invitations.remove(person.id())) {
      return Optional.empty();
    }
    directory.save(
        new Person(
            person.id(),
            person.name(),
            person.address(),
            person.role(),
            person.team(),
            person.zone(),
            true,
            person.terms(),
            null),
        Optional.of(password));
    audit.add(person.id(), "invitation_accepted", "person " + person.id(), null, null);
    return invited;
  }

  private static String password(Map<String, String> form, Person person) {
    String password = Objects.requireNonNullElse(form.get("password"), "");
    FieldReader fields = new FieldReader(form);
    Passwords.objection(password, List.of(person.id(), person.email()))
        .ifPresentOrElse(
            why -> fields.wrong("password", why),
            () -> {
              if (!password.equals(form.get("again"))) {
                fields.wrong("again", "the same once more");
              }
            });
    fields.check();
    return password;
  }
}
