package dev.baton.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** The engine's users, groups and teams: who may log in, and as what. */
@Component
public class EngineUsers {
  /** The engine's type for a group that is a team. */
  private static final String TEAM = "TEAM";

  private static final String ROLE = "ROLE";

  /** Of who logs in elsewhere: no password has it as its hash. */
  private static final String NO_PASSWORD = "{SHA-512}-";

  private final IdentityService identity;

  EngineUsers(IdentityService identity) {
    this.identity = identity;
  }

  public boolean checkPassword(String user, String password) {
    return identity.checkPassword(user, password);
  }

  /** As it is kept, with its salt: another one after each change. */
  public Optional<String> passwordHash(String user) {
    return Optional.ofNullable(identity.createUserQuery().userId(user).singleResult())
        .map(User::getPassword);
  }

  public boolean hasPassword(String user) {
    return passwordHash(user).filter(hash -> !hash.equals(NO_PASSWORD)).isPresent();
  }

  /** From here on no password lets them in, until they get another. */
  public void dropPassword(String user) {
    UserEntity known = (UserEntity) identity.createUserQuery().userId(user).singleResult();
    known.setDbPassword(NO_PASSWORD);
    save(known);
  }

  public List<String> groupsOf(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  /** From here on the engine answers this thread as to that user. */
  public void actAs(String user, List<String> groups) {
    identity.setAuthentication(user, groups);
  }

  public void actAsNobody() {
    identity.clearAuthentication();
  }

  public boolean hasMember(String group) {
    return identity.createUserQuery().memberOfGroup(group).count() > 0;
  }

  public boolean isUser(String id) {
    return identity.createUserQuery().userId(id).count() > 0;
  }

  /** A group that is not a team: what its members may do is none of a team's business. */
  public boolean isOtherGroup(String id) {
    Group group = identity.createGroupQuery().groupId(id).singleResult();
    return group != null && !TEAM.equals(group.getType());
  }

  public void createRole(String id, String name) {
    createGroup(id, name, ROLE);
  }

  public void createTeam(String id, String name) {
    createGroup(id, name, TEAM);
  }

  /** Puts a user into a group, unless they are in it; an unknown user stays outside. */
  public void join(String user, String group) {
    if (isUser(user) && !groupsOf(user).contains(group)) {
      identity.createMembership(user, group);
    }
  }

  private void createGroup(String id, String name, String type) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(type);
      identity.saveGroup(group);
    }
  }

  /** Creates a user or brings an existing one up to date; without a password it keeps its own. */
  public void saveUser(
      String id, String name, String email, Optional<String> password, List<String> groups) {
    User known = identity.createUserQuery().userId(id).singleResult();
    User user = known == null ? identity.newUser(id) : known;
    int space = name.lastIndexOf(' ');
    user.setFirstName(space < 0 ? name : name.substring(0, space));
    user.setLastName(name.substring(space + 1));
    user.setEmail(email);
    password.ifPresent(user::setPassword);
    save(user);
    List<String> now = groupsOf(id);
    now.stream()
        .filter(group -> !groups.contains(group))
        .forEach(group -> identity.deleteMembership(id, group));
    groups.stream()
        .filter(group -> !now.contains(group))
        .forEach(group -> identity.createMembership(id, group));
  }

  /** Whoever asks for it has looked at the password; those of the demo are as short as they are. */
  private void save(User user) {
    ((IdentityServiceImpl) identity).saveUser(user, true);
  }
}
