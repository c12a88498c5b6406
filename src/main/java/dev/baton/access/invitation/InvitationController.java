package dev.baton.access.invitation;

import dev.baton.access.openid.LoginSettings;
import dev.baton.engine.EngineUsers;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.SecretToken;
import dev.baton.input.Sentences;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.privacy.AuditTrail;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/invitations}: an administrator invites people who then set their own password. */
@RestController
@Translated
class InvitationController {
  private static final String PROVIDER =
      "People log in by your provider here (baton.login.local is false): give them a group there";

  private final StaffInvitations invitations;
  private final InvitationMail mail;
  private final People people;
  private final EngineUsers users;
  private final AuditTrail audit;
  private final boolean local;

  InvitationController(
      StaffInvitations invitations,
      InvitationMail mail,
      People people,
      EngineUsers users,
      AuditTrail audit,
      LoginSettings login) {
    this.invitations = invitations;
    this.mail = mail;
    this.people = people;
    this.users = users;
    this.audit = audit;
    this.local = login.local();
  }

  /**
   * Those that wait.
   *
   * @param provider why nobody can be invited, or null
   */
  record InvitationPage(@Nullable String provider, List<StaffInvitation> items) {}

  /**
   * What became of an invitation.
   *
   * @param why it was not mailed, or null
   * @param url the link, shown this once where it could not be mailed; else null
   */
  record Invited(String person, boolean mailed, @Nullable String why, @Nullable String url) {}

  @Operation(summary = "Invitations that nobody has used yet, the newest first")
  @GetMapping("/api/invitations")
  InvitationPage all() {
    return new InvitationPage(local ? null : PROVIDER, invitations.all());
  }

  @Operation(
      summary = "Invite a person, or invite them again; a link from before is over",
      description =
          "For people who are inactive and have no password: add them before with active false and"
              + " without one. The link of the mail sets it and makes them active; until then they"
              + " get no leads. Where no mail can be sent the link is in the answer, this once")
  @PostMapping("/api/people/{id}/invitation")
  @ResponseStatus(HttpStatus.CREATED)
  Invited invite(@PathVariable String id, Principal by, Locale locale) {
    Person person =
        people.find(id).orElseThrow(() -> ApiProblem.notFound("There is no person " + id));
    if (!local) {
      throw new Conflict(PROVIDER);
    }
    if (person.active() || users.hasPassword(id)) {
      throw new Conflict(
          "%s has a login already; an administrator may give a new password"
              .formatted(person.name()));
    }
    SecretToken token = invitations.make(person, by.getName());
    audit.add(by.getName(), "person_invited", "person " + id, null, person.role().group());
    String inviter = people.find(by.getName()).map(Person::name).orElse(by.getName());
    Optional<String> why =
        mail.send(person, inviter, token).map(said -> Sentences.in(locale, said));
    return new Invited(id, why.isEmpty(), why.orElse(null), why.isEmpty() ? null : mail.url(token));
  }

  @Operation(summary = "Revoke an invitation: its link opens nothing any more")
  @DeleteMapping("/api/people/{id}/invitation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void revoke(@PathVariable String id, Principal by) {
    if (!invitations.remove(id)) {
      throw ApiProblem.notFound("There is no invitation of " + id);
    }
    audit.add(by.getName(), "invitation_revoked", "person " + id, null, null);
  }
}
