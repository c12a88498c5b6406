package dev.baton.web.status;

import dev.baton.input.Translated;
import dev.baton.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /status}: is everything running, and what is to be done? */
@StaffPage
@Translated
public class StatusPageController {
  private final StatusPageAssembler pages;

  StatusPageController(StatusPageAssembler pages) {
    this.pages = pages;
  }

  @GetMapping("/status")
  String status(Model model) {
    model.addAttribute("status", pages.status());
    return "status";
  }
}
