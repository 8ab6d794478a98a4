// The Azure side of TrunkBot: the bot's registration with Teams, a Key Vault and an identity that may read it; and, with
// `runContainer`, a container app and a PostgreSQL server. README.md beside this file says what to do in which order.

@description('Begins the names of all resources: letters, digits and hyphens, beginning with a letter.')
@minLength(4)
@maxLength(20)
param name string = 'trunkbot'

@description('Where everything but the bot registration lies; that is global.')
param location string = resourceGroup().location

@description('The application (client) id of the bot\'s single-tenant app registration in Entra.')
param appId string

@description('The tenant of that registration.')
param tenantId string = tenant().tenantId

@description('The host name under which Teams reaches the bot over https. Not used with runContainer.')
param publicHost string = ''

@description('S1 for production; F0 is free and limited.')
@allowed(['F0', 'S1'])
param botSku string = 'S1'

@description('Runs the bot here, on PostgreSQL. Needs the secrets and the certificate in the vault: deploy once without, set them, deploy again with it.')
param runContainer bool = false

@description('The bot\'s image, in a registry that the container app may pull from without credentials. Only with runContainer.')
param image string = ''

@description('The certificate in the vault that locks the keys in the database, with its version: trunkbot-keys/<version>. Only with runContainer.')
param keyCertificate string = ''

@description('Older and coming versions of it, which open keys and lock none.')
param oldKeyCertificates array = []

@description('Principals with the role Requester, such as user:<object id> or tenant:<tenant id>.')
param requesters array = []

@description('Principals with the role Approver.')
param approvers array = []

@description('Principals with the role Admin.')
param admins array = []

@description('The administrator\'s password of the PostgreSQL server. Only with runContainer.')
@secure()
param databasePassword string = ''

var unique = uniqueString(resourceGroup().id)
var appHost = runContainer ? '${name}.${cluster!.properties.defaultDomain}' : publicHost
var vaultName = '${take(replace(name, '-', ''), 10)}-${unique}'
var vaultSecrets = 'https://${vaultName}${environment().suffixes.keyvaultDns}/secrets'
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

var requesterSettings = [for (principal, at) in requesters: { name: 'Access__Roles__Requester__${at}', value: principal }]
var approverSettings = [for (principal, at) in approvers: { name: 'Access__Roles__Approver__${at}', value: principal }]
var adminSettings = [for (principal, at) in admins: { name: 'Access__Roles__Admin__${at}', value: principal }]
var oldCertificateSettings = [for (certificate, at) in oldKeyCertificates: { name: 'Secrets__OldCertificates__${at}__KeyVaultSecret', value: '${vaultSecrets}/${certificate}' }]

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${unique}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: botSku }
  properties: {
    displayName: 'TrunkBot'
    endpoint: 'https://${appHost}/api/messages'
    msaAppId: appId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

// Its secrets are set by an operator, never by this template: app-password, videosdk-api-key, videosdk-secret, database; and the certificate
// that locks the keys in the database.
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = if (runContainer) {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource cluster 'Microsoft.App/managedEnvironments@2024-03-01' = if (runContainer) {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs!.properties.customerId
        sharedKey: logs!.listKeys().primarySharedKey
      }
    }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = if (runContainer) {
  name: '${name}-${unique}'
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: 'trunkbot'
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 7 }
  }

  resource trunkbot 'databases' = {
    name: 'trunkbot'
  }

  // Lets Azure's own addresses in, the container app's among them. A private network is stricter; this template has none.
  resource azureOnly 'firewallRules' = {
    name: 'AllowAzure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = if (runContainer) {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: cluster.id
    configuration: {
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      secrets: [
        { name: 'app-password', keyVaultUrl: '${vaultSecrets}/app-password', identity: identity.id }
        { name: 'videosdk-api-key', keyVaultUrl: '${vaultSecrets}/videosdk-api-key', identity: identity.id }
        { name: 'videosdk-secret', keyVaultUrl: '${vaultSecrets}/videosdk-secret', identity: identity.id }
        { name: 'database', keyVaultUrl: '${vaultSecrets}/database', identity: identity.id }
      ]
    }
    template: {
      // Longer than Jobs:StopWithin, so that a create that has left is waited for.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat([
            { name: 'Urls', value: 'http://+:3978' }
            { name: 'MicrosoftAppType', value: 'SingleTenant' }
            { name: 'MicrosoftAppId', value: appId }
            { name: 'MicrosoftAppTenantId', value: tenantId }
            { name: 'MicrosoftAppPassword', secretRef: 'app-password' }
            { name: 'PublicUrl', value: 'https://${appHost}' }
            { name: 'Storage__BackEnd', value: 'Postgres' }
            { name: 'ConnectionStrings__TrunkBot', secretRef: 'database' }
            // Who the process is when it reads the certificate.
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            { name: 'Secrets__Certificate__KeyVaultSecret', value: '${vaultSecrets}/${keyCertificate}' }
            { name: 'VideoSdk__ApiKey', secretRef: 'videosdk-api-key' }
            { name: 'VideoSdk__Secret', secretRef: 'videosdk-secret' }
          ], oldCertificateSettings, requesterSettings, approverSettings, adminSettings)
          probes: [
            { type: 'Liveness', httpGet: { path: '/health/live', port: 3978 }, periodSeconds: 10 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 3978 }, periodSeconds: 10 }
          ]
        }
      ]
      scale: { minReplicas: 1, maxReplicas: 3 }
    }
  }
  dependsOn: [mayReadSecrets, database]
}

output endpoint string = 'https://${appHost}/api/messages'
output vaultName string = vault.name
output identityClientId string = identity.properties.clientId
