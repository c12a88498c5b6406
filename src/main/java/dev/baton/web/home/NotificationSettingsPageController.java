package dev.baton.web.home;

import dev.baton.alert.message.DeadAddresses;
import dev.baton.people.EnabledChannels;
import dev.baton.people.Preferences;
import dev.baton.web.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller of {@code /preferences}: notification settings. */
@Controller
public class NotificationSettingsPageController {
  private final Preferences preferences;
  private final EnabledChannels channels;
  private final DeadAddresses dead;

  NotificationSettingsPageController(
      Preferences preferences, EnabledChannels channels, DeadAddresses dead) {
    this.preferences = preferences;
    this.channels = channels;
    this.dead = dead;
  }

  @GetMapping("/preferences")
  String mine(@ModelAttribute("user") CurrentUser user, Model model) {
    model
        .addAttribute("preference", preferences.of(user.id()))
        .addAttribute("channels", channels.all())
        .addAttribute("configured", channels.channels())
        .addAttribute("deadAddresses", dead.of(user.person()));
    return "preferences";
  }
}
