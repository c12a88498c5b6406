package dev.baton.web.settings;

import dev.baton.BatonSettings;
import dev.baton.alert.ChannelState;
import dev.baton.alert.ChannelStates;
import dev.baton.alert.setting.ChannelSettingCommands;
import dev.baton.input.Translated;
import dev.baton.people.Calendars;
import dev.baton.people.Role;
import dev.baton.people.Teams;
import dev.baton.web.CurrentUser;
import dev.baton.web.StaffPage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /setup}: from an empty installation to the first lead, step by step. */
@StaffPage
@Translated
public class SetupPageController {
  private final SetupSteps steps;
  private final ChannelStates channels;
  private final ChannelSettingCommands entered;
  private final Teams teams;
  private final Calendars calendars;
  private final BatonSettings settings;

  SetupPageController(
      SetupSteps steps,
      ChannelStates channels,
      ChannelSettingCommands entered,
      Teams teams,
      Calendars calendars,
      BatonSettings settings) {
    this.steps = steps;
    this.channels = channels;
    this.entered = entered;
    this.teams = teams;
    this.calendars = calendars;
    this.settings = settings;
  }

  @GetMapping("/setup")
  String setup(@ModelAttribute("user") CurrentUser user, Model model) {
    List<SetupSteps.SetupStep> all = steps.of(user.person());
    model
        .addAttribute("steps", all)
        .addAttribute(
            "next",
            all.stream()
                .filter(step -> !step.done())
                .map(SetupSteps.SetupStep::id)
                .findFirst()
                .orElse(""))
        .addAttribute("left", all.stream().filter(step -> !step.done()).count())
        .addAttribute(
            "channels",
            channels.all().stream()
                .collect(Collectors.toMap(ChannelState::channel, Function.identity())))
        .addAttribute("entered", entered.views())
        .addAttribute("calendar", calendars.settings(Calendars.STANDARD).orElse(null))
        .addAttribute("zone", settings.zone().getId())
        .addAttribute("publicUrl", settings.publicUrl())
        .addAttribute("teams", teams.all())
        .addAttribute("roles", List.of(Role.SALES, Role.MANAGER, Role.MARKETING, Role.DESIGNER));
    return "setup";
  }
}
