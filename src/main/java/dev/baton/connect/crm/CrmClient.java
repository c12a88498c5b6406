package dev.baton.connect.crm;

import dev.baton.connect.call.CallFailed;
import dev.baton.connect.call.SystemClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one CRM for one piece of work, in its own names.
 *
 * @see CallFailed
 */
interface CrmClient extends SystemClient {

  /** Whether it takes calls of ours, and has the fields that we write. */
  void prepare();

  Optional<RemoteRecord> find(CrmObject object, String id);

  /**
   * By what tells two records apart: the e-mail address of a contact, a company's domain, the id of
   * a deal's handoff.
   */
  Optional<RemoteRecord> findByKey(CrmObject object, String key);

  /**
   * Makes one.
   *
   * @return its id there
   */
  String create(CrmObject object, Map<String, String> values);

  void update(CrmObject object, RemoteRecord before, Map<String, String> values);

  /** Says that a company or a deal is the contact's. */
  void associate(String contactId, CrmObject object, String id);

  /** The CRM's id of who has this address. */
  Optional<String> owner(String email);

  /** Who somebody is whom the CRM knows by an id: the e-mail address. */
  Optional<String> ownerEmail(String id);

  /** The id of a note of the contact in which this stands. */
  Optional<String> findNote(String contactId, String mark);

  String addNote(String contactId, String text, Instant at);

  /** False where it can't be done from outside. */
  boolean merge(String contactId, String other);

  /** Erases a person for good. */
  void erase(String contactId);

  /**
   * What was changed there since an instant, page by page.
   *
   * @param after of the page before, or null
   */
  Changed changed(CrmObject object, Instant since, @Nullable String after);

  /** A page of changed records, and where the next one begins. */
  record Changed(List<RemoteRecord> records, @Nullable String next) {}
}
