package dev.baton.web.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.know.account.AccountScore;
import dev.baton.know.account.BuyingGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as the API shows it.
 *
 * @param group its buying group, a role each; who has it as far as the reader may see them
 * @param missing labels of the roles that nobody has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountView(
    String id,
    String name,
    @Nullable String owner,
    String segment,
    AccountScore score,
    List<BuyingGroup.Member> group,
    List<String> missing,
    int people,
    int active) {}
