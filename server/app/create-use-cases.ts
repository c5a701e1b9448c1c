import { createClubUseCases } from './club/create-club-use-cases.ts';
import { createFindPartner } from './club/find-partner.ts';
import { createNoteVisit } from './club/note-visit.ts';
import { createArchiveCustomer } from './customer/archive-customer.ts';
import { createCorrectCustomer } from './customer/correct-customer.ts';
import { createEnterCustomer } from './customer/enter-customer.ts';
import { createEnterShopifyCustomer } from './customer/enter-shopify-customer.ts';
import { createMergeCustomers } from './customer/merge-customers.ts';
import { createRecordConsent } from './customer/record-consent.ts';
import { createRecordCustomer } from './customer/record-customer.ts';
import { createRemoveShopifyCustomer } from './customer/remove-shopify-customer.ts';
import { createDrawUseCases } from './draw/create-draw-use-cases.ts';
import { createInstrumentUseCases } from './instrument/create-instrument-use-cases.ts';
import { createNoteUseCases } from './note/create-note-use-cases.ts';
import { createPrivacyUseCases } from './privacy/create-privacy-use-cases.ts';
import { createFindProducts } from './product/find-products.ts';
import { createNameProducts } from './product/name-products.ts';
import { createDraftProgram } from './program/draft-program.ts';
import { createEndDuePrograms } from './program/end-due-programs.ts';
import { createEndProgram } from './program/end-program.ts';
import { createPublishProgram } from './program/publish-program.ts';
import { createAttributePurchases } from './purchase/attribute-purchases.ts';
import { createContinueImport } from './purchase/continue-import.ts';
import { IMPORT_KINDS } from './purchase/import-kinds.ts';
import { createReconcile } from './purchase/reconcile.ts';
import { createRecordPurchase } from './purchase/record-purchase.ts';
import { createRecordVariantCost } from './purchase/record-variant-cost.ts';
import { createStartImports } from './purchase/start-import.ts';
import { createTellScope } from './purchase/tell-scope.ts';
import { createExplainQuote } from './quote/explain-quote.ts';
import { createQuoteCart } from './quote/quote-cart.ts';
import { createRecentShops } from './recent-shops.ts';
import { createConfirmReward } from './reward/confirm-reward.ts';
import { createPublishCodes } from './reward/publish-codes.ts';
import { createRewardsFor } from './reward/rewards-for.ts';
import { createShopUseCases } from './shop/create-shop-use-cases.ts';
import { createSimulationUseCases } from './simulation/create-simulation-use-cases.ts';
import { createAdvanceStanding } from './standing/advance-standing.ts';
import { createEnsureStanding } from './standing/ensure-standing.ts';
import { createGiveLevel } from './standing/give-level.ts';
import { createPublishEntitlements } from './standing/publish-entitlements.ts';
import { createRebuildStandings } from './standing/rebuild-standings.ts';
import { createRefreshDue } from './standing/refresh-due.ts';
import { createRefreshStanding } from './standing/refresh-standing.ts';
import type { UseCaseDeps } from './use-case-deps.ts';
import type { UseCases } from './use-cases.ts';

/** Everything the app can do, over one set of stores. A use case that needs another gets it handed in here. */
export function createUseCases(deps: UseCaseDeps): UseCases {
  const advance = createAdvanceStanding(deps);
  const refreshStanding = createRefreshStanding(advance);
  const attribute = createAttributePurchases(deps);
  const enterShopifyCustomer = createEnterShopifyCustomer(deps);
  const startImports = createStartImports(deps, createContinueImport(deps, true));
  const tellScope = createTellScope(deps);
  const recentShops = createRecentShops(deps.stores.shops, deps.clock);
  const more = { ...deps, refreshStanding };
  const changingShops = { ...more, stores: { ...deps.stores, shops: recentShops.store } };
  const ensureStanding = createEnsureStanding(more);
  const rebuildStandings = createRebuildStandings(more);
  const partners = createFindPartner({ ...deps, recentShops });
  const noteVisit = createNoteVisit(deps, partners);
  return {
    // shop
    ...createShopUseCases({ ...changingShops, startImports, tellScope }),
    // customer
    enterCustomer: createEnterCustomer(more),
    correctCustomer: createCorrectCustomer(more),
    archiveCustomer: createArchiveCustomer(deps),
    recordCustomer: createRecordCustomer(deps, enterShopifyCustomer, ensureStanding, refreshStanding),
    recordConsent: createRecordConsent(deps),
    removeShopifyCustomer: createRemoveShopifyCustomer(deps),
    mergeCustomers: createMergeCustomers(deps, enterShopifyCustomer, attribute, advance),
    // purchase
    recordPurchase: createRecordPurchase({ ...more, recentShops }, attribute, ensureStanding, noteVisit),
    reconcile: createReconcile(deps),
    startImport: (shop) => startImports(shop, IMPORT_KINDS),
    continueImport: createContinueImport(deps),
    recordVariantCost: createRecordVariantCost(deps),
    tellScope,
    // product
    findProducts: createFindProducts(deps),
    nameProducts: createNameProducts(deps),
    // standing
    refreshStanding,
    refreshDue: createRefreshDue({ ...more, rebuildStandings }),
    rebuildStandings,
    publishEntitlements: createPublishEntitlements(deps),
    // reward
    publishCodes: createPublishCodes(deps),
    rewardsFor: createRewardsFor(deps),
    confirmReward: createConfirmReward(deps),
    giveLevel: createGiveLevel(deps, advance),
    // instrument
    ...createInstrumentUseCases(more, attribute, partners),
    // program
    draftProgram: createDraftProgram(deps),
    publishProgram: createPublishProgram(deps),
    endProgram: createEndProgram(deps),
    endDuePrograms: createEndDuePrograms(deps),
    // simulation
    ...createSimulationUseCases(deps),
    // draw
    ...createDrawUseCases(deps, advance),
    // club
    ...createClubUseCases(deps, partners),
    ...createNoteUseCases(deps),
    // quote
    quoteCart: createQuoteCart({ ...deps, recentShops }, partners),
    explainQuote: createExplainQuote(deps),
    // privacy
    ...createPrivacyUseCases(changingShops),
  };
}
