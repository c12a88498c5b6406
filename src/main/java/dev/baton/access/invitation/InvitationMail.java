package dev.baton.access.invitation;

import dev.baton.BatonSettings;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.input.SecretToken;
import dev.baton.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Mail of an invitation. It goes out at once and is kept nowhere: whoever reads it may set the
 * password.
 */
@Component
class InvitationMail {
  private final List<Messenger> channels;
  private final MessageTexts texts;
  private final String publicUrl;

  InvitationMail(List<Messenger> channels, MessageTexts texts, BatonSettings settings) {
    this.channels = channels;
    this.texts = texts;
    this.publicUrl = settings.publicUrl();
  }

  /** The page on which the password is set. */
  String url(SecretToken token) {
    return publicUrl + "/welcome/" + token.text();
  }

  /** Empty when it is on its way, else why it isn't. */
  Optional<String> send(Person person, String inviter, SecretToken token) {
    Messenger mail =
        channels.stream()
            .filter(channel -> channel.channel().equals("email"))
            .findFirst()
            .orElseThrow();
    return mail.missing()
        .map(setting -> "no mail server is set up: %s is missing".formatted(setting))
        .or(
            () ->
                why(
                    mail.send(
                        "invitation-" + token.hash(),
                        message(person, inviter, token),
                        DeliveryTarget.of(person))));
  }

  private RenderedMessage message(Person person, String inviter, SecretToken token) {
    Wording wording = texts.in(person.language(), person.zone());
    LeadBriefing briefing =
        LeadBriefing.note(
            wording.say(Text.of("invitation", Map.of("inviter", inviter))),
            null,
            "",
            List.of(
                wording.say(Text.of("invitation_user", Map.of("user", person.id()))),
                wording.say(
                    Text.of("invitation_life", Map.of("n", StaffInvitations.LIFE.toDays()))),
                wording.label("invitation_alone")));
    return new RenderedMessage(
        wording.label("invitation_subject"),
        null,
        briefing,
        null,
        wording.label("button_password"),
        url(token),
        null,
        wording);
  }

  private static Optional<String> why(DeliveryOutcome outcome) {
    if (outcome instanceof DeliveryOutcome.Sent) {
      return Optional.empty();
    }
    if (outcome instanceof DeliveryOutcome.Dead dead) {
      return Optional.of(dead.why());
    }
    if (outcome instanceof DeliveryOutcome.Unauthorized refused) {
      return Optional.of(refused.why());
    }
    return Optional.of(
        outcome instanceof DeliveryOutcome.Retry later
            ? later.why()
            : "the mail could not be sent");
  }
}
