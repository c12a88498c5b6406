export default {
  app: {
    name: 'Cockpit',
    vendor: 'Baton'
  },
  customScripts: ['../tasklist/scripts/session']
};
