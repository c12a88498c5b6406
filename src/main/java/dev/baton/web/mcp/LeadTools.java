package dev.baton.web.mcp;

import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.people.Person;
import dev.baton.web.account.AccountQueries;
import dev.baton.web.account.AccountView;
import dev.baton.web.lead.LeadQueries;
import dev.baton.web.lead.search.LeadListQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leads and companies for assistants, as far as the person may see them. */
@Component
class LeadTools {
  private final LeadQueries leads;
  private final LeadListQueries list;
  private final AccountQueries accounts;

  LeadTools(LeadQueries leads, LeadListQueries list, AccountQueries accounts) {
    this.leads = leads;
    this.list = list;
    this.accounts = accounts;
  }

  /** Warm companies. */
  record WarmAccounts(List<AccountView> items) {}

  List<McpTool> all() {
    return List.of(
        new McpTool(
            "leads",
            "Leads",
            "Leads, 50 a page, the newest first: who they are, their stage, score, owner and what"
                + " is due. next is the number of the next page.",
            searched(),
            List.of(),
            (asked, reader) -> list.page(asked, reader.id())),
        new McpTool(
            "lead",
            "Lead",
            "One lead: who it is, its score with each reason and what is missing, its handoff with"
                + " deadlines, and what happened.",
            Map.of("id", "The id of a lead, from leads"),
            List.of("id"),
            this::lead),
        new McpTool(
            "hot_accounts",
            "Hot accounts",
            "The warmest companies of the last 90 days with the reasons of their score, the roles of"
                + " their buying group and who is missing.",
            Map.of(),
            List.of(),
            (asked, reader) -> new WarmAccounts(accounts.warmest(reader))));
  }

  private static Map<String, String> searched() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("q", "Pieces of the name, the company, the address or the external id");
    fields.put("email", "A whole address");
    fields.put(
        "stage", "VISITOR, LEAD, MQL, SAL, SQL, OPPORTUNITY, CUSTOMER, RECYCLED, DISQUALIFIED");
    fields.put("owner", "The user id of a rep");
    fields.put("source", "The first source that a signal of theirs named");
    fields.put("campaign", "The first campaign that a signal of theirs named");
    fields.put("minScore", "The least score last recorded");
    fields.put("sort", "score, due or recent");
    fields.put("page", "From 0");
    return fields;
  }

  private Object lead(Map<String, String> asked, Person reader) {
    String id = asked.get("id");
    if (id == null || id.isBlank()) {
      throw InvalidInput.at("id", "say which lead");
    }
    return leads
        .lead(id, reader.id())
        .orElseThrow(() -> ApiProblem.notFound("There is no lead %s for you".formatted(id)));
  }
}
