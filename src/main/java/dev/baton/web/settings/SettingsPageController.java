package dev.baton.web.settings;

import dev.baton.alert.ChannelStates;
import dev.baton.alert.setting.ChannelSettingCommands;
import dev.baton.input.Translated;
import dev.baton.mailbox.Mailbox;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Teams;
import dev.baton.sql.ExpiredRows;
import dev.baton.web.StaffPage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /settings}: channels, people of every role, tokens, and what is kept for how long. */
@StaffPage
@Translated
public class SettingsPageController {
  private final ChannelStates channels;
  private final ChannelSettingCommands entered;
  private final Mailbox mailbox;
  private final People people;
  private final Teams teams;
  private final List<ExpiredRows> kept;

  SettingsPageController(
      ChannelStates channels,
      ChannelSettingCommands entered,
      Mailbox mailbox,
      People people,
      Teams teams,
      List<ExpiredRows> kept) {
    this.channels = channels;
    this.entered = entered;
    this.mailbox = mailbox;
    this.people = people;
    this.teams = teams;
    this.kept = kept;
  }

  @GetMapping("/settings")
  String settings(Model model) {
    List<Person> others =
        people.all().stream()
            .filter(person -> !person.isRep())
            .sorted(Comparator.comparing(Person::name))
            .toList();
    Map<String, Long> days = new TreeMap<>();
    kept.forEach(rows -> days.put(rows.kind().replace('-', '_'), rows.kept().toDays()));
    model
        .addAttribute("channels", channels.all())
        .addAttribute("entered", entered.views())
        .addAttribute("mailbox", mailbox.state())
        .addAttribute("others", others)
        .addAttribute("reps", people.all().stream().filter(Person::isRep).toList())
        .addAttribute("roles", List.of(Role.values()))
        .addAttribute("teams", teams.all())
        .addAttribute("kept", days);
    return "settings";
  }
}
