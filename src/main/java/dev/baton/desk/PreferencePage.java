package dev.baton.desk;

import dev.baton.alert.DeadAddresses;
import dev.baton.people.Preferences;
import dev.baton.people.Reach;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /preferences}: how everybody who gets messages likes to get them. */
@Controller
class PreferencePage {
  private final Preferences preferences;
  private final Reach reach;
  private final DeadAddresses dead;

  PreferencePage(Preferences preferences, Reach reach, DeadAddresses dead) {
    this.preferences = preferences;
    this.reach = reach;
    this.dead = dead;
  }

  @GetMapping("/preferences")
  String mine(@ModelAttribute("reader") Reader reader, Model model) {
    model
        .addAttribute("preference", preferences.of(reader.id()))
        .addAttribute("channels", reach.all())
        .addAttribute("works", reach.channels())
        .addAttribute("dead", dead.of(reader.person()));
    return "preferences";
  }
}
