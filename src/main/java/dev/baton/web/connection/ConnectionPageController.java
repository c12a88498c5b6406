package dev.baton.web.connection;

import dev.baton.connect.audience.AudienceQueries;
import dev.baton.connect.connection.ConnectionQueries;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.crm.CrmConflicts;
import dev.baton.connect.crm.CrmConflicts.CrmConflict;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /connections}: which systems hear of leads, and how it goes. */
@StaffPage
@Translated
public class ConnectionPageController {
  private static final Map<String, String> SPELLED =
      Map.of(
          "hubspot",
          "HubSpot",
          "linkedin",
          "LinkedIn",
          "pardot",
          "Pardot (Account Engagement)",
          "whatsapp",
          "WhatsApp");

  private final ConnectionQueries connections;
  private final AudienceQueries audiences;
  private final CrmConflicts conflicts;
  private final LeadNames leads;
  private final People people;

  ConnectionPageController(
      ConnectionQueries connections,
      AudienceQueries audiences,
      CrmConflicts conflicts,
      LeadNames leads,
      People people) {
    this.connections = connections;
    this.audiences = audiences;
    this.conflicts = conflicts;
    this.leads = leads;
    this.people = people;
  }

  @GetMapping("/connections")
  String connections(Model model) {
    List<CrmConflict> found = conflicts.latest();
    model
        .addAttribute("conflicts", found)
        .addAttribute("strangers", conflicts.unknownOwners())
        .addAttribute(
            "leads", leads.of(found.stream().map(CrmConflict::leadId).distinct().toList()))
        .addAttribute("connections", connections.all())
        .addAttribute("audiences", audiences.all())
        .addAttribute("smallestAudience", audiences.smallest())
        .addAttribute("stages", AudienceQueries.STAGES)
        .addAttribute("keepingLists", connections.keepingLists().keySet())
        .addAttribute("systems", SPELLED)
        .addAttribute("kinds", connections.kinds())
        .addAttribute("events", FactKind.WORDS)
        .addAttribute("names", DisplayNames.ofAll(people));
    return "connections";
  }
}
