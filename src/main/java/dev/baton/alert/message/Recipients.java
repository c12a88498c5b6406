package dev.baton.alert.message;

import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Text;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Teams;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who is told in place of somebody who left or can't be reached: a manager of their team. */
@Component
public class Recipients {
  /** Why a notice waits: the first manager reads it. */
  public static final String NO_MANAGER =
      "waits for a manager: the person is not active and nobody is a manager";

  /** Why a notice to a team is not sent. */
  public static final String NO_ROOM = "no channel reaches the team as a whole";

  private final People people;
  private final Teams teams;
  private final Availability availability;
  private final DeadAddresses dead;
  private final Channels channels;
  private final MessageTexts texts;

  public Recipients(
      People people,
      Teams teams,
      Availability availability,
      DeadAddresses dead,
      Channels channels,
      MessageTexts texts) {
    this.people = people;
    this.teams = teams;
    this.availability = availability;
    this.dead = dead;
    this.channels = channels;
    this.texts = texts;
  }

  /** Finds nobody when the person can't be told and no manager is active either. */
  public Recipient of(@Nullable String to) {
    Optional<String> team = DeliveryTarget.teamOf(to);
    if (team.isPresent()) {
      return ofTeam(team.get()).orElse(Recipient.NOBODY);
    }
    Optional<Person> meant = to == null ? Optional.empty() : people.find(to);
    if (meant.filter(Person::active).isPresent()) {
      return reader(meant.get(), null);
    }
    return people.managersOf(meant.map(Person::team).orElse(null)).stream()
        .findFirst()
        .map(manager -> reader(manager, insteadOf(to, meant)))
        .orElse(Recipient.NOBODY);
  }

  /** Whom nobody stands in for yet; a team has its own channel or none. */
  public boolean waitForManager(@Nullable String to) {
    return DeliveryTarget.teamOf(to).isEmpty();
  }

  /** A team, if any channel reaches all of it; it reads on its own clock (rule R11). */
  public Optional<Recipient> ofTeam(String team) {
    return teams
        .find(team)
        .map(found -> new Recipient(DeliveryTarget.of(found), availability.shift(found), null))
        .filter(recipient -> channels.reachTeam(recipient.to()));
  }

  /** Remembers whom a channel doesn't reach, and finds a manager whom it does. */
  public Recipient unreached(DeliveryTarget unreached, String channel, String why) {
    dead.add(unreached, channel, why);
    return insteadOf(unreached, channel);
  }

  /** A manager whom this channel reaches, in place of whom it doesn't. */
  public Recipient insteadOf(DeliveryTarget unreached, String channel) {
    Text why =
        Text.of(
            "instead_unreached",
            Map.of("person", unreached.name(), "channel", channels.name(channel)));
    return people.managersOf(unreached.team()).stream()
        .filter(manager -> !manager.id().equals(unreached.id()))
        .filter(manager -> dead.find(DeliveryTarget.of(manager), channel).isEmpty())
        .findFirst()
        .map(manager -> reader(manager, why))
        .orElse(Recipient.NOBODY);
  }

  private Recipient reader(Person person, @Nullable Text insteadOf) {
    return new Recipient(
        DeliveryTarget.of(person),
        availability.shift(person),
        insteadOf == null ? null : texts.in(person.language(), person.zone()).say(insteadOf));
  }

  private static Text insteadOf(@Nullable String to, Optional<Person> meant) {
    if (to == null) {
      return Text.of("instead_unowned");
    }
    return meant
        .map(person -> Text.of("instead_left", Map.of("person", person.name())))
        .orElse(Text.of("instead_unknown", Map.of("person", SafeText.line(to, 64))));
  }
}
