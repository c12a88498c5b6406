package dev.baton.connect.crm;

import dev.baton.connect.call.CallFailed;
import dev.baton.connect.crm.ConnectedRecords.ConnectedRecord;
import dev.baton.connect.crm.CrmField.Side;
import dev.baton.connect.crm.CrmSync.Target;
import dev.baton.input.ApiProblem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What a CRM says of leads that we told it of. What stands there as we last wrote or read it is no
 * news; what the CRM owns is taken over; what is ours to say is shown as a conflict.
 */
@Component
class CrmNews {
  private static final Logger LOG = LoggerFactory.getLogger(CrmNews.class);

  /** Instead of a field: all of it. */
  private static final String RECORD = "record";

  private final ConnectedRecords records;
  private final CrmSync sync;
  private final CrmProfiles profiles;
  private final DealEnds ends;
  private final CrmOwners owners;
  private final CrmMerges merges;

  CrmNews(
      ConnectedRecords records,
      CrmSync sync,
      CrmProfiles profiles,
      DealEnds ends,
      CrmOwners owners,
      CrmMerges merges) {
    this.records = records;
    this.sync = sync;
    this.profiles = profiles;
    this.ends = ends;
    this.owners = owners;
    this.merges = merges;
  }

  /** Takes over what was changed since an instant. */
  void hear(Target crm, Instant since) {
    for (CrmObject object : List.of(CrmObject.CONTACT, CrmObject.DEAL)) {
      String after = null;
      do {
        CrmClient.Changed page = crm.client().changed(object, since, after);
        page.records().forEach(there -> takeAlone(crm, object, there));
        after = page.next();
      } while (after != null);
    }
  }

  /**
   * A record that can't be taken over is shown, and keeps no other one back. What an erased person
   * is called there is nothing that we would hear again.
   *
   * @throws CallFailed to be tried again with all others, as without a database
   */
  private void takeAlone(Target crm, CrmObject object, RemoteRecord there) {
    ConnectedRecord record =
        records
            .ofRemote(crm.connection(), object, there.id())
            .filter(known -> !known.written().isEmpty() && known.leadId() != null)
            .orElse(null);
    if (record == null) {
      return;
    }
    String leadId = String.valueOf(record.leadId());
    String name = object.word() + "." + RECORD;
    try {
      take(crm, record, there);
      sync.agree(crm, leadId, name);
    } catch (CallFailed
        | TransientDataAccessException
        | NonTransientDataAccessResourceException
        | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("Record {} of connection {} is left out", there.id(), crm.connection(), e);
      sync.conflict(crm, leadId, name, null, "it can't be taken over: " + why(e));
    }
  }

  private static String why(RuntimeException e) {
    return e instanceof ApiProblem ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
  }

  private void take(Target crm, ConnectedRecord record, RemoteRecord there) {
    CrmObject object = record.kind();
    Map<String, String> news = new LinkedHashMap<>();
    for (CrmField field : crm.fields().of(object)) {
      String their = there.get(field.there());
      String written = record.written().get(field.there());
      if (!CrmField.isSame(their, written) && their != null) {
        news.put(field.name(), their);
        if (field.owner() == Side.BATON && written != null) {
          differ(crm, record, field, written, their);
        }
      }
    }
    if (news.isEmpty()) {
      return;
    }
    String merged = news.get("merged");
    if (merged != null) {
      merges.follow(record, there, merged);
    }
    if (object == CrmObject.CONTACT) {
      profiles.learn(crm, record, news);
    } else {
      end(crm, record, news.get("stage"), there);
    }
    remember(record, there);
  }

  /** An owner who was changed there is one here; anything else is ours to say. */
  private void differ(
      Target crm, ConnectedRecord record, CrmField field, String written, String their) {
    String leadId = String.valueOf(record.leadId());
    String name = record.kind().word() + "." + field.name();
    if (!field.name().equals("owner")) {
      sync.conflict(crm, leadId, name, written, their);
      return;
    }
    owners
        .follow(crm, leadId, their)
        .ifPresentOrElse(
            why -> sync.conflict(crm, leadId, name, written, "%s (%s)".formatted(their, why)),
            () -> sync.agree(crm, leadId, name));
  }

  private void end(Target crm, ConnectedRecord deal, @Nullable String stage, RemoteRecord there) {
    Optional<String> end =
        stage == null
            ? Optional.empty()
            : crm.fields()
                .word(CrmObject.DEAL, "stage", stage)
                .filter(word -> !word.equals("open"));
    if (end.isEmpty()) {
      return;
    }
    String leadId = String.valueOf(deal.leadId());
    String said = there.get(crm.fields().nameOr(CrmObject.DEAL, "reason", ""));
    Optional<String> reason =
        said == null ? Optional.empty() : crm.fields().anyWord(CrmObject.DEAL, "reason", said);
    if (said != null && reason.isEmpty() && end.get().equals("lost")) {
      sync.conflict(crm, leadId, "deal.reason", DealEnds.NO_REASON, said);
    }
    ends.end(
            deal.localId(),
            end.get(),
            there.get(crm.fields().name(CrmObject.DEAL, "value")),
            reason.orElse(DealEnds.NO_REASON),
            "Lost in " + crm.fields().title() + (said == null ? "" : ": " + said))
        .ifPresent(why -> sync.conflict(crm, leadId, "deal.stage", why, String.valueOf(stage)));
  }

  private void remember(ConnectedRecord record, RemoteRecord there) {
    Map<String, String> written = new LinkedHashMap<>(record.written());
    written.putAll(there.values());
    records.save(record.at(record.remoteId(), written));
  }
}
