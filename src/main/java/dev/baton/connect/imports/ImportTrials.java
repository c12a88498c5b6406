package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportPlan;
import dev.baton.connect.mapping.ImportRequest;
import dev.baton.connect.table.TableFile;
import dev.baton.lead.identity.LeadIdentities;
import org.springframework.stereotype.Component;

/** Dry runs of imports. */
@Component
class ImportTrials {
  private final ImportPlanner planner;
  private final ImportTargets targets;
  private final LeadIdentities identities;

  ImportTrials(ImportPlanner planner, ImportTargets targets, LeadIdentities identities) {
    this.planner = planner;
    this.targets = targets;
    this.identities = identities;
  }

  /** What each row would become. */
  ImportTrial.Tried tried(TableFile table, ImportRequest asked) {
    ImportPlan plan = planner.plan(table, asked);
    return ImportTrial.of(table, plan, targets.of(plan.kind()), identities);
  }
}
