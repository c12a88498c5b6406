package dev.baton.web.home;

import dev.baton.alert.message.DeadAddresses;
import dev.baton.booking.calendar.BusyTimes;
import dev.baton.input.Translated;
import dev.baton.people.EnabledChannels;
import dev.baton.people.Preferences;
import dev.baton.web.CurrentUser;
import dev.baton.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /preferences}: how everybody who gets messages likes to get them. */
@StaffPage
@Translated
public class NotificationSettingsPageController {
  private final Preferences preferences;
  private final EnabledChannels channels;
  private final DeadAddresses dead;
  private final BusyTimes busyTimes;

  NotificationSettingsPageController(
      Preferences preferences, EnabledChannels channels, DeadAddresses dead, BusyTimes busyTimes) {
    this.preferences = preferences;
    this.channels = channels;
    this.dead = dead;
    this.busyTimes = busyTimes;
  }

  @GetMapping("/preferences")
  String mine(@ModelAttribute("user") CurrentUser user, Model model) {
    model
        .addAttribute("preference", preferences.of(user.id()))
        .addAttribute("language", user.person().address().language())
        .addAttribute("channels", channels.all())
        .addAttribute("configured", channels.channels())
        .addAttribute("calendar", busyTimes.calendar(user.person()).orElse(null))
        .addAttribute("deadAddresses", dead.of(user.person()));
    return "preferences";
  }
}
