package dev.baton.web.change;

import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.rehearsal.Scenarios;
import dev.baton.signal.SignalTypes;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /scenarios}: stories of leads, and one made up at a time, played without a trace. */
@StaffPage
@Translated
public class ScenarioPageController {
  private final Scenarios scenarios;
  private final SignalTypes types;
  private final People people;

  ScenarioPageController(Scenarios scenarios, SignalTypes types, People people) {
    this.scenarios = scenarios;
    this.types = types;
    this.people = people;
  }

  @GetMapping("/scenarios")
  String scenarios(Model model) {
    model
        .addAttribute("scenarios", scenarios.all())
        .addAttribute("signals", types.inOrder())
        .addAttribute("everybody", people.all())
        .addAttribute("names", DisplayNames.ofAll(people));
    return "scenarios";
  }
}
