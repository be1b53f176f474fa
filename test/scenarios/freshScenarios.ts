import { addressBooks } from "./cases/fresh/addressBooks.ts";
import { airline } from "./cases/fresh/airline.ts";
import { allotmentSocieties } from "./cases/fresh/allotmentSocieties.ts";
import { allotments } from "./cases/fresh/allotments.ts";
import { almanacs } from "./cases/fresh/almanacs.ts";
import { alpineHuts } from "./cases/fresh/alpineHuts.ts";
import { alumni } from "./cases/fresh/alumni.ts";
import { animals } from "./cases/fresh/animals.ts";
import { apiary } from "./cases/fresh/apiary.ts";
import { aquariums } from "./cases/fresh/aquariums.ts";
import { arboretum } from "./cases/fresh/arboretum.ts";
import { archives } from "./cases/fresh/archives.ts";
import { artCollections } from "./cases/fresh/artCollections.ts";
import { assayDesk } from "./cases/fresh/assayDesk.ts";
import { auctions } from "./cases/fresh/auctions.ts";
import { bakery } from "./cases/fresh/bakery.ts";
import { bankDesk } from "./cases/fresh/bankDesk.ts";
import { bargees } from "./cases/fresh/bargees.ts";
import { batCaves } from "./cases/fresh/batCaves.ts";
import { baths } from "./cases/fresh/baths.ts";
import { beachcombers } from "./cases/fresh/beachcombers.ts";
import { beeHosts } from "./cases/fresh/beeHosts.ts";
import { beekeepers } from "./cases/fresh/beekeepers.ts";
import { bellRingers } from "./cases/fresh/bellRingers.ts";
import { bikes } from "./cases/fresh/bikes.ts";
import { bills } from "./cases/fresh/bills.ts";
import { binderies } from "./cases/fresh/binderies.ts";
import { birdRings } from "./cases/fresh/birdRings.ts";
import { birdSanctuaries } from "./cases/fresh/birdSanctuaries.ts";
import { bloodBank } from "./cases/fresh/bloodBank.ts";
import { bloodDrives } from "./cases/fresh/bloodDrives.ts";
import { bookbinders } from "./cases/fresh/bookbinders.ts";
import { bookshops } from "./cases/fresh/bookshops.ts";
import { bottleBanks } from "./cases/fresh/bottleBanks.ts";
import { boxOffices } from "./cases/fresh/boxOffices.ts";
import { branchCatalogues } from "./cases/fresh/branchCatalogues.ts";
import { brewing } from "./cases/fresh/brewing.ts";
import { brickworks } from "./cases/fresh/brickworks.ts";
import { broomMakers } from "./cases/fresh/broomMakers.ts";
import { builds } from "./cases/fresh/builds.ts";
import { buoyKeepers } from "./cases/fresh/buoyKeepers.ts";
import { busWorkshop } from "./cases/fresh/busWorkshop.ts";
import { busyBakers } from "./cases/fresh/busyBakers.ts";
import { cableCars } from "./cases/fresh/cableCars.ts";
import { campaigns } from "./cases/fresh/campaigns.ts";
import { campsites } from "./cases/fresh/campsites.ts";
import { campuses } from "./cases/fresh/campuses.ts";
import { canalBoats } from "./cases/fresh/canalBoats.ts";
import { canCollectors } from "./cases/fresh/canCollectors.ts";
import { canteen } from "./cases/fresh/canteen.ts";
import { care } from "./cases/fresh/care.ts";
import { carpenters } from "./cases/fresh/carpenters.ts";
import { caves } from "./cases/fresh/caves.ts";
import { cellarClimates } from "./cases/fresh/cellarClimates.ts";
import { cellars } from "./cases/fresh/cellars.ts";
import { ceramics } from "./cases/fresh/ceramics.ts";
import { charades } from "./cases/fresh/charades.ts";
import { chargers } from "./cases/fresh/chargers.ts";
import { cheesemakers } from "./cases/fresh/cheesemakers.ts";
import { chessClocks } from "./cases/fresh/chessClocks.ts";
import { choir } from "./cases/fresh/choir.ts";
import { choirLibraries } from "./cases/fresh/choirLibraries.ts";
import { choirsOfTowns } from "./cases/fresh/choirsOfTowns.ts";
import { choirTickets } from "./cases/fresh/choirTickets.ts";
import { chronicles } from "./cases/fresh/chronicles.ts";
import { ciderMakers } from "./cases/fresh/ciderMakers.ts";
import { cinemas } from "./cases/fresh/cinemas.ts";
import { claims } from "./cases/fresh/claims.ts";
import { clayTablets } from "./cases/fresh/clayTablets.ts";
import { climbing } from "./cases/fresh/climbing.ts";
import { clinics } from "./cases/fresh/clinics.ts";
import { cloudNames } from "./cases/fresh/cloudNames.ts";
import { clusters } from "./cases/fresh/clusters.ts";
import { cobblers } from "./cases/fresh/cobblers.ts";
import { coffee } from "./cases/fresh/coffee.ts";
import { coins } from "./cases/fresh/coins.ts";
import { coldStores } from "./cases/fresh/coldStores.ts";
import { committees } from "./cases/fresh/committees.ts";
import { conductors } from "./cases/fresh/conductors.ts";
import { conferences } from "./cases/fresh/conferences.ts";
import { contactBook } from "./cases/fresh/contactBook.ts";
import { cookery } from "./cases/fresh/cookery.ts";
import { coopLedgers } from "./cases/fresh/coopLedgers.ts";
import { coppersmiths } from "./cases/fresh/coppersmiths.ts";
import { counting } from "./cases/fresh/counting.ts";
import { couriers } from "./cases/fresh/couriers.ts";
import { courtBookings } from "./cases/fresh/courtBookings.ts";
import { crewLogbooks } from "./cases/fresh/crewLogbooks.ts";
import { crewNotes } from "./cases/fresh/crewNotes.ts";
import { cuckooClocks } from "./cases/fresh/cuckooClocks.ts";
import { culture } from "./cases/fresh/culture.ts";
import { dairy } from "./cases/fresh/dairy.ts";
import { danceSchool } from "./cases/fresh/danceSchool.ts";
import { dartsClubs } from "./cases/fresh/dartsClubs.ts";
import { dashboardsAtSea } from "./cases/fresh/dashboardsAtSea.ts";
import { declaredGateways } from "./cases/fresh/declaredGateways.ts";
import { dentalLab } from "./cases/fresh/dentalLab.ts";
import { desks } from "./cases/fresh/desks.ts";
import { dialysis } from "./cases/fresh/dialysis.ts";
import { diaries } from "./cases/fresh/diaries.ts";
import { dietSheets } from "./cases/fresh/dietSheets.ts";
import { dispensaries } from "./cases/fresh/dispensaries.ts";
import { dockyards } from "./cases/fresh/dockyards.ts";
import { dollHospital } from "./cases/fresh/dollHospital.ts";
import { drawbridges } from "./cases/fresh/drawbridges.ts";
import { driving } from "./cases/fresh/driving.ts";
import { drones } from "./cases/fresh/drones.ts";
import { drugstores } from "./cases/fresh/drugstores.ts";
import { dryCleaners } from "./cases/fresh/dryCleaners.ts";
import { elections } from "./cases/fresh/elections.ts";
import { elevatorLogs } from "./cases/fresh/elevatorLogs.ts";
import { escapeRooms } from "./cases/fresh/escapeRooms.ts";
import { eveningSchools } from "./cases/fresh/eveningSchools.ts";
import { exhibitions } from "./cases/fresh/exhibitions.ts";
import { fairGround } from "./cases/fresh/fairGround.ts";
import { falconers } from "./cases/fresh/falconers.ts";
import { fencing } from "./cases/fresh/fencing.ts";
import { ferries } from "./cases/fresh/ferries.ts";
import { ferryLines } from "./cases/fresh/ferryLines.ts";
import { ferryPiers } from "./cases/fresh/ferryPiers.ts";
import { fieldService } from "./cases/fresh/fieldService.ts";
import { firmwareShelves } from "./cases/fresh/firmwareShelves.ts";
import { fishMarket } from "./cases/fresh/fishMarket.ts";
import { fishStairs } from "./cases/fresh/fishStairs.ts";
import { florists } from "./cases/fresh/florists.ts";
import { foodBank } from "./cases/fresh/foodBank.ts";
import { forges } from "./cases/fresh/forges.ts";
import { fortunes } from "./cases/fresh/fortunes.ts";
import { freight } from "./cases/fresh/freight.ts";
import { fuelCards } from "./cases/fresh/fuelCards.ts";
import { furtherVariations } from "./cases/fresh/furtherVariations.ts";
import { gallery } from "./cases/fresh/gallery.ts";
import { garden } from "./cases/fresh/garden.ts";
import { gearRental } from "./cases/fresh/gearRental.ts";
import { genealogy } from "./cases/fresh/genealogy.ts";
import { giftCounters } from "./cases/fresh/giftCounters.ts";
import { glaciers } from "./cases/fresh/glaciers.ts";
import { glassBlowers } from "./cases/fresh/glassBlowers.ts";
import { glaziers } from "./cases/fresh/glaziers.ts";
import { gliders } from "./cases/fresh/gliders.ts";
import { globeMakers } from "./cases/fresh/globeMakers.ts";
import { grants } from "./cases/fresh/grants.ts";
import { gravestones } from "./cases/fresh/gravestones.ts";
import { greenhouses } from "./cases/fresh/greenhouses.ts";
import { guestbooks } from "./cases/fresh/guestbooks.ts";
import { guestRooms } from "./cases/fresh/guestRooms.ts";
import { guildhall } from "./cases/fresh/guildhall.ts";
import { guildRepos } from "./cases/fresh/guildRepos.ts";
import { gymnasiums } from "./cases/fresh/gymnasiums.ts";
import { handbooksOnline } from "./cases/fresh/handbooksOnline.ts";
import { harbour } from "./cases/fresh/harbour.ts";
import { harbourMaps } from "./cases/fresh/harbourMaps.ts";
import { harbourMasters } from "./cases/fresh/harbourMasters.ts";
import { hatMakers } from "./cases/fresh/hatMakers.ts";
import { hayMeadows } from "./cases/fresh/hayMeadows.ts";
import { health } from "./cases/fresh/health.ts";
import { heating } from "./cases/fresh/heating.ts";
import { helpdesk } from "./cases/fresh/helpdesk.ts";
import { helpShelves } from "./cases/fresh/helpShelves.ts";
import { herbalists } from "./cases/fresh/herbalists.ts";
import { herdBooks } from "./cases/fresh/herdBooks.ts";
import { honestMisses } from "./cases/fresh/honestMisses.ts";
import { hosting } from "./cases/fresh/hosting.ts";
import { hotels } from "./cases/fresh/hotels.ts";
import { house } from "./cases/fresh/house.ts";
import { hutWardens } from "./cases/fresh/hutWardens.ts";
import { iceCreamVans } from "./cases/fresh/iceCreamVans.ts";
import { iceCutters } from "./cases/fresh/iceCutters.ts";
import { iceKiosks } from "./cases/fresh/iceKiosks.ts";
import { iceRinks } from "./cases/fresh/iceRinks.ts";
import { insurance } from "./cases/fresh/insurance.ts";
import { interpreters } from "./cases/fresh/interpreters.ts";
import { islands } from "./cases/fresh/islands.ts";
import { jongleurs } from "./cases/fresh/jongleurs.ts";
import { justice } from "./cases/fresh/justice.ts";
import { karaoke } from "./cases/fresh/karaoke.ts";
import { kennels } from "./cases/fresh/kennels.ts";
import { kilnTablets } from "./cases/fresh/kilnTablets.ts";
import { kindergartens } from "./cases/fresh/kindergartens.ts";
import { kiosks } from "./cases/fresh/kiosks.ts";
import { kitchens } from "./cases/fresh/kitchens.ts";
import { kiteMakers } from "./cases/fresh/kiteMakers.ts";
import { knitting } from "./cases/fresh/knitting.ts";
import { knittingArchive } from "./cases/fresh/knittingArchive.ts";
import { laboratory } from "./cases/fresh/laboratory.ts";
import { landingPages } from "./cases/fresh/landingPages.ts";
import { laundries } from "./cases/fresh/laundries.ts";
import { lawOffices } from "./cases/fresh/lawOffices.ts";
import { learning } from "./cases/fresh/learning.ts";
import { leisure } from "./cases/fresh/leisure.ts";
import { lendingDesk } from "./cases/fresh/lendingDesk.ts";
import { letterArchive } from "./cases/fresh/letterArchive.ts";
import { letterCabinets } from "./cases/fresh/letterCabinets.ts";
import { letterDrawers } from "./cases/fresh/letterDrawers.ts";
import { lettersOfNumbers } from "./cases/fresh/lettersOfNumbers.ts";
import { lidoBar } from "./cases/fresh/lidoBar.ts";
import { lifeguards } from "./cases/fresh/lifeguards.ts";
import { liftKeepers } from "./cases/fresh/liftKeepers.ts";
import { lifts } from "./cases/fresh/lifts.ts";
import { lightermen } from "./cases/fresh/lightermen.ts";
import { lighthouses } from "./cases/fresh/lighthouses.ts";
import { lightKeepers } from "./cases/fresh/lightKeepers.ts";
import { loanDesks } from "./cases/fresh/loanDesks.ts";
import { lockKeepers } from "./cases/fresh/lockKeepers.ts";
import { locksmiths } from "./cases/fresh/locksmiths.ts";
import { logistics } from "./cases/fresh/logistics.ts";
import { longPoems } from "./cases/fresh/longPoems.ts";
import { lostProperty } from "./cases/fresh/lostProperty.ts";
import { magazines } from "./cases/fresh/magazines.ts";
import { mailOrder } from "./cases/fresh/mailOrder.ts";
import { manuals } from "./cases/fresh/manuals.ts";
import { mapRoom } from "./cases/fresh/mapRoom.ts";
import { mapTiles } from "./cases/fresh/mapTiles.ts";
import { marathons } from "./cases/fresh/marathons.ts";
import { market } from "./cases/fresh/market.ts";
import { meadowSurvey } from "./cases/fresh/meadowSurvey.ts";
import { media } from "./cases/fresh/media.ts";
import { messengers } from "./cases/fresh/messengers.ts";
import { mines } from "./cases/fresh/mines.ts";
import { moreHonestMisses } from "./cases/fresh/moreHonestMisses.ts";
import { mountainHuts } from "./cases/fresh/mountainHuts.ts";
import { muleteers } from "./cases/fresh/muleteers.ts";
import { museums } from "./cases/fresh/museums.ts";
import { mushrooms } from "./cases/fresh/mushrooms.ts";
import { music } from "./cases/fresh/music.ts";
import { nature } from "./cases/fresh/nature.ts";
import { netBars } from "./cases/fresh/netBars.ts";
import { newsletters } from "./cases/fresh/newsletters.ts";
import { nightTrains } from "./cases/fresh/nightTrains.ts";
import { nightWatchmen } from "./cases/fresh/nightWatchmen.ts";
import { notaries } from "./cases/fresh/notaries.ts";
import { notebooks } from "./cases/fresh/notebooks.ts";
import { observatories } from "./cases/fresh/observatories.ts";
import { observersDesk } from "./cases/fresh/observersDesk.ts";
import { offices } from "./cases/fresh/offices.ts";
import { oilMills } from "./cases/fresh/oilMills.ts";
import { oldPostcards } from "./cases/fresh/oldPostcards.ts";
import { openMics } from "./cases/fresh/openMics.ts";
import { opticians } from "./cases/fresh/opticians.ts";
import { optics } from "./cases/fresh/optics.ts";
import { orchardEditions } from "./cases/fresh/orchardEditions.ts";
import { orchardists } from "./cases/fresh/orchardists.ts";
import { orchards } from "./cases/fresh/orchards.ts";
import { organRegisters } from "./cases/fresh/organRegisters.ts";
import { pantries } from "./cases/fresh/pantries.ts";
import { parcelLockers } from "./cases/fresh/parcelLockers.ts";
import { parcels } from "./cases/fresh/parcels.ts";
import { patternRegistries } from "./cases/fresh/patternRegistries.ts";
import { pawnShops } from "./cases/fresh/pawnShops.ts";
import { payments } from "./cases/fresh/payments.ts";
import { perfumers } from "./cases/fresh/perfumers.ts";
import { petHotel } from "./cases/fresh/petHotel.ts";
import { pharmacies } from "./cases/fresh/pharmacies.ts";
import { photographers } from "./cases/fresh/photographers.ts";
import { photos } from "./cases/fresh/photos.ts";
import { pigeonPost } from "./cases/fresh/pigeonPost.ts";
import { pilgrims } from "./cases/fresh/pilgrims.ts";
import { plainMisses } from "./cases/fresh/plainMisses.ts";
import { plainMissesAgain } from "./cases/fresh/plainMissesAgain.ts";
import { planetariums } from "./cases/fresh/planetariums.ts";
import { plumbLines } from "./cases/fresh/plumbLines.ts";
import { podcasts } from "./cases/fresh/podcasts.ts";
import { podiums } from "./cases/fresh/podiums.ts";
import { ponyStables } from "./cases/fresh/ponyStables.ts";
import { pool } from "./cases/fresh/pool.ts";
import { portals } from "./cases/fresh/portals.ts";
import { pottery } from "./cases/fresh/pottery.ts";
import { power } from "./cases/fresh/power.ts";
import { practices } from "./cases/fresh/practices.ts";
import { pressing } from "./cases/fresh/pressing.ts";
import { pressOffice } from "./cases/fresh/pressOffice.ts";
import { printables } from "./cases/fresh/printables.ts";
import { printShopJobs } from "./cases/fresh/printShopJobs.ts";
import { printShops } from "./cases/fresh/printShops.ts";
import { proofreaders } from "./cases/fresh/proofreaders.ts";
import { property } from "./cases/fresh/property.ts";
import { props } from "./cases/fresh/props.ts";
import { pumpParts } from "./cases/fresh/pumpParts.ts";
import { puppeteers } from "./cases/fresh/puppeteers.ts";
import { puzzles } from "./cases/fresh/puzzles.ts";
import { quarries } from "./cases/fresh/quarries.ts";
import { quilters } from "./cases/fresh/quilters.ts";
import { quizzes } from "./cases/fresh/quizzes.ts";
import { quotations } from "./cases/fresh/quotations.ts";
import { quoteBooks } from "./cases/fresh/quoteBooks.ts";
import { rabbitBreeders } from "./cases/fresh/rabbitBreeders.ts";
import { radioPagers } from "./cases/fresh/radioPagers.ts";
import { radioStations } from "./cases/fresh/radioStations.ts";
import { radios } from "./cases/fresh/radios.ts";
import { raffles } from "./cases/fresh/raffles.ts";
import { rangers } from "./cases/fresh/rangers.ts";
import { readAloud } from "./cases/fresh/readAloud.ts";
import { reading } from "./cases/fresh/reading.ts";
import { recruiting } from "./cases/fresh/recruiting.ts";
import { recycling } from "./cases/fresh/recycling.ts";
import { reedBeds } from "./cases/fresh/reedBeds.ts";
import { regattas } from "./cases/fresh/regattas.ts";
import { registers } from "./cases/fresh/registers.ts";
import { rehearsals } from "./cases/fresh/rehearsals.ts";
import { releaseNotes } from "./cases/fresh/releaseNotes.ts";
import { rentals } from "./cases/fresh/rentals.ts";
import { rescue } from "./cases/fresh/rescue.ts";
import { restaurantChain } from "./cases/fresh/restaurantChain.ts";
import { riddles } from "./cases/fresh/riddles.ts";
import { riding } from "./cases/fresh/riding.ts";
import { rollingMills } from "./cases/fresh/rollingMills.ts";
import { roomMates } from "./cases/fresh/roomMates.ts";
import { ropeWalk } from "./cases/fresh/ropeWalk.ts";
import { rowersList } from "./cases/fresh/rowersList.ts";
import { ruggedTeams } from "./cases/fresh/ruggedTeams.ts";
import { saddleries } from "./cases/fresh/saddleries.ts";
import { saddlers } from "./cases/fresh/saddlers.ts";
import { sailLofts } from "./cases/fresh/sailLofts.ts";
import { sailmakers } from "./cases/fresh/sailmakers.ts";
import { sailplanes } from "./cases/fresh/sailplanes.ts";
import { saltLedgers } from "./cases/fresh/saltLedgers.ts";
import { saltPans } from "./cases/fresh/saltPans.ts";
import { saltworks } from "./cases/fresh/saltworks.ts";
import { sauna } from "./cases/fresh/sauna.ts";
import { sawmills } from "./cases/fresh/sawmills.ts";
import { scanStore } from "./cases/fresh/scanStore.ts";
import { scooters } from "./cases/fresh/scooters.ts";
import { scriptoria } from "./cases/fresh/scriptoria.ts";
import { sculptors } from "./cases/fresh/sculptors.ts";
import { seatPlans } from "./cases/fresh/seatPlans.ts";
import { seededRows } from "./cases/fresh/seededRows.ts";
import { seedlings } from "./cases/fresh/seedlings.ts";
import { services } from "./cases/fresh/services.ts";
import { sewageWorks } from "./cases/fresh/sewageWorks.ts";
import { sewing } from "./cases/fresh/sewing.ts";
import { shantySingers } from "./cases/fresh/shantySingers.ts";
import { shedKeys } from "./cases/fresh/shedKeys.ts";
import { shelves } from "./cases/fresh/shelves.ts";
import { ships } from "./cases/fresh/ships.ts";
import { shopLedgers } from "./cases/fresh/shopLedgers.ts";
import { signing } from "./cases/fresh/signing.ts";
import { siloReports } from "./cases/fresh/siloReports.ts";
import { sites } from "./cases/fresh/sites.ts";
import { skiing } from "./cases/fresh/skiing.ts";
import { skiLifts } from "./cases/fresh/skiLifts.ts";
import { skiRental } from "./cases/fresh/skiRental.ts";
import { sky } from "./cases/fresh/sky.ts";
import { skyLanterns } from "./cases/fresh/skyLanterns.ts";
import { smallCinemas } from "./cases/fresh/smallCinemas.ts";
import { snowReports } from "./cases/fresh/snowReports.ts";
import { songbooks } from "./cases/fresh/songbooks.ts";
import { songLines } from "./cases/fresh/songLines.ts";
import { spreadsheetIds } from "./cases/fresh/spreadsheetIds.ts";
import { staff } from "./cases/fresh/staff.ts";
import { stages } from "./cases/fresh/stages.ts";
import { staleBuilds } from "./cases/fresh/staleBuilds.ts";
import { stampAlbums } from "./cases/fresh/stampAlbums.ts";
import { stampPresses } from "./cases/fresh/stampPresses.ts";
import { stamps } from "./cases/fresh/stamps.ts";
import { starGazers } from "./cases/fresh/starGazers.ts";
import { steamFair } from "./cases/fresh/steamFair.ts";
import { stoneYards } from "./cases/fresh/stoneYards.ts";
import { streetNames } from "./cases/fresh/streetNames.ts";
import { stringMakers } from "./cases/fresh/stringMakers.ts";
import { studyGroups } from "./cases/fresh/studyGroups.ts";
import { subscriptions } from "./cases/fresh/subscriptions.ts";
import { subtitles } from "./cases/fresh/subtitles.ts";
import { summerFairs } from "./cases/fresh/summerFairs.ts";
import { suppliers } from "./cases/fresh/suppliers.ts";
import { surveyParcels } from "./cases/fresh/surveyParcels.ts";
import { surveys } from "./cases/fresh/surveys.ts";
import { swimming } from "./cases/fresh/swimming.ts";
import { tablesOfRoutes } from "./cases/fresh/tablesOfRoutes.ts";
import { tailorShop } from "./cases/fresh/tailorShop.ts";
import { tailors } from "./cases/fresh/tailors.ts";
import { tapestries } from "./cases/fresh/tapestries.ts";
import { taxis } from "./cases/fresh/taxis.ts";
import { telephony } from "./cases/fresh/telephony.ts";
import { telescopes } from "./cases/fresh/telescopes.ts";
import { tenantsByHost } from "./cases/fresh/tenantsByHost.ts";
import { thatchers } from "./cases/fresh/thatchers.ts";
import { theatres } from "./cases/fresh/theatres.ts";
import { tides } from "./cases/fresh/tides.ts";
import { timeSheets } from "./cases/fresh/timeSheets.ts";
import { tollBridges } from "./cases/fresh/tollBridges.ts";
import { tournaments } from "./cases/fresh/tournaments.ts";
import { towers } from "./cases/fresh/towers.ts";
import { town } from "./cases/fresh/town.ts";
import { toys } from "./cases/fresh/toys.ts";
import { tracks } from "./cases/fresh/tracks.ts";
import { tramDepot } from "./cases/fresh/tramDepot.ts";
import { transit } from "./cases/fresh/transit.ts";
import { translationDesk } from "./cases/fresh/translationDesk.ts";
import { translations } from "./cases/fresh/translations.ts";
import { translators } from "./cases/fresh/translators.ts";
import { travellers } from "./cases/fresh/travellers.ts";
import { troubadours } from "./cases/fresh/troubadours.ts";
import { tumbleDryers } from "./cases/fresh/tumbleDryers.ts";
import { turnedChargers } from "./cases/fresh/turnedChargers.ts";
import { turnedFleets } from "./cases/fresh/turnedFleets.ts";
import { turnedHiring } from "./cases/fresh/turnedHiring.ts";
import { turnedHotels } from "./cases/fresh/turnedHotels.ts";
import { turnedPictures } from "./cases/fresh/turnedPictures.ts";
import { turnedSigning } from "./cases/fresh/turnedSigning.ts";
import { turnedSurveys } from "./cases/fresh/turnedSurveys.ts";
import { turnedTickets } from "./cases/fresh/turnedTickets.ts";
import { tutoring } from "./cases/fresh/tutoring.ts";
import { twoShops } from "./cases/fresh/twoShops.ts";
import { umbrellas } from "./cases/fresh/umbrellas.ts";
import { umpires } from "./cases/fresh/umpires.ts";
import { variations } from "./cases/fresh/variations.ts";
import { vases } from "./cases/fresh/vases.ts";
import { vetCards } from "./cases/fresh/vetCards.ts";
import { veterinaries } from "./cases/fresh/veterinaries.ts";
import { village } from "./cases/fresh/village.ts";
import { vineyards } from "./cases/fresh/vineyards.ts";
import { vineyardTours } from "./cases/fresh/vineyardTours.ts";
import { violins } from "./cases/fresh/violins.ts";
import { volunteers } from "./cases/fresh/volunteers.ts";
import { wages } from "./cases/fresh/wages.ts";
import { walkingGuides } from "./cases/fresh/walkingGuides.ts";
import { walkingTours } from "./cases/fresh/walkingTours.ts";
import { watchmakers } from "./cases/fresh/watchmakers.ts";
import { water } from "./cases/fresh/water.ts";
import { waterworks } from "./cases/fresh/waterworks.ts";
import { waxWorks } from "./cases/fresh/waxWorks.ts";
import { weather } from "./cases/fresh/weather.ts";
import { weatherKites } from "./cases/fresh/weatherKites.ts";
import { weavers } from "./cases/fresh/weavers.ts";
import { weighbridges } from "./cases/fresh/weighbridges.ts";
import { wheelwrights } from "./cases/fresh/wheelwrights.ts";
import { wildlifeParks } from "./cases/fresh/wildlifeParks.ts";
import { windmills } from "./cases/fresh/windmills.ts";
import { wineries } from "./cases/fresh/wineries.ts";
import { yearbooks } from "./cases/fresh/yearbooks.ts";
import type { Scenario } from "./scenario.ts";

/** Scenarios written by somebody who does not know how the diagnosis works; they are measured, and no floor is set by them. */
export const freshScenarios: readonly Scenario[] = [
  ...freight,
  ...health,
  ...culture,
  ...gallery,
  ...wages,
  ...town,
  ...laboratory,
  ...media,
  ...offices,
  ...harbour,
  ...exhibitions,
  ...staff,
  ...bakery,
  ...transit,
  ...logistics,
  ...reading,
  ...pool,
  ...sites,
  ...nature,
  ...canteen,
  ...services,
  ...house,
  ...market,
  ...ships,
  ...water,
  ...choir,
  ...garden,
  ...rescue,
  ...sky,
  ...village,
  ...islands,
  ...leisure,
  ...care,
  ...power,
  ...learning,
  ...registers,
  ...animals,
  ...justice,
  ...tracks,
  ...stages,
  ...parcels,
  ...music,
  ...archives,
  ...lifts,
  ...taxis,
  ...travellers,
  ...airline,
  ...vineyards,
  ...insurance,
  ...wineries,
  ...pressing,
  ...claims,
  ...elections,
  ...counting,
  ...telephony,
  ...portals,
  ...tournaments,
  ...ferries,
  ...auctions,
  ...climbing,
  ...dairy,
  ...desks,
  ...optics,
  ...helpdesk,
  ...hotels,
  ...surveys,
  ...recruiting,
  ...apiary,
  ...translationDesk,
  ...translations,
  ...driving,
  ...grants,
  ...fuelCards,
  ...foodBank,
  ...riding,
  ...scooters,
  ...podcasts,
  ...signing,
  ...skiing,
  ...printables,
  ...knitting,
  ...campaigns,
  ...hosting,
  ...recycling,
  ...bikes,
  ...glaciers,
  ...variations,
  ...builds,
  ...chargers,
  ...property,
  ...furtherVariations,
  ...newsletters,
  ...photos,
  ...subscriptions,
  ...heating,
  ...alumni,
  ...props,
  ...photographers,
  ...skiRental,
  ...sauna,
  ...lifeguards,
  ...bloodBank,
  ...honestMisses,
  ...brewing,
  ...toys,
  ...rentals,
  ...volunteers,
  ...caves,
  ...dialysis,
  ...puzzles,
  ...tailors,
  ...regattas,
  ...radios,
  ...conferences,
  ...podiums,
  ...kitchens,
  ...payments,
  ...danceSchool,
  ...coins,
  ...locksmiths,
  ...stamps,
  ...mushrooms,
  ...sewing,
  ...genealogy,
  ...clinics,
  ...manuals,
  ...couriers,
  ...weather,
  ...campsites,
  ...iceRinks,
  ...mines,
  ...drones,
  ...escapeRooms,
  ...cableCars,
  ...guestbooks,
  ...moreHonestMisses,
  ...weighbridges,
  ...kindergartens,
  ...fencing,
  ...bookbinders,
  ...subtitles,
  ...quizzes,
  ...umbrellas,
  ...tutoring,
  ...orchards,
  ...cinemas,
  ...sailmakers,
  ...violins,
  ...suppliers,
  ...printShops,
  ...bills,
  ...binderies,
  ...turnedTickets,
  ...turnedHotels,
  ...turnedSurveys,
  ...turnedHiring,
  ...turnedSigning,
  ...turnedChargers,
  ...turnedFleets,
  ...turnedPictures,
  ...observatories,
  ...carpenters,
  ...windmills,
  ...falconers,
  ...veterinaries,
  ...aquariums,
  ...parcelLockers,
  ...allotments,
  ...shelves,
  ...baths,
  ...karaoke,
  ...lawOffices,
  ...messengers,
  ...fishMarket,
  ...tides,
  ...clusters,
  ...campuses,
  ...theatres,
  ...opticians,
  ...lendingDesk,
  ...kennels,
  ...cellars,
  ...walkingTours,
  ...cookery,
  ...pharmacies,
  ...museums,
  ...dockyards,
  ...quotations,
  ...restaurantChain,
  ...artCollections,
  ...telescopes,
  ...magazines,
  ...florists,
  ...vases,
  ...swimming,
  ...gymnasiums,
  ...bookshops,
  ...pottery,
  ...marathons,
  ...gliders,
  ...coffee,
  ...rangers,
  ...mountainHuts,
  ...guildhall,
  ...chronicles,
  ...laundries,
  ...greenhouses,
  ...tumbleDryers,
  ...seedlings,
  ...quarries,
  ...brickworks,
  ...sawmills,
  ...ceramics,
  ...cheesemakers,
  ...watchmakers,
  ...perfumers,
  ...dryCleaners,
  ...sailplanes,
  ...sewageWorks,
  ...crewNotes,
  ...arboretum,
  ...bankDesk,
  ...sculptors,
  ...stoneYards,
  ...courtBookings,
  ...netBars,
  ...umpires,
  ...pilgrims,
  ...notebooks,
  ...openMics,
  ...scriptoria,
  ...saltworks,
  ...beekeepers,
  ...tailorShop,
  ...lockKeepers,
  ...bellRingers,
  ...songbooks,
  ...troubadours,
  ...jongleurs,
  ...oldPostcards,
  ...puppeteers,
  ...fortunes,
  ...handbooksOnline,
  ...cloudNames,
  ...raffles,
  ...drugstores,
  ...dispensaries,
  ...herbalists,
  ...stampAlbums,
  ...reedBeds,
  ...skyLanterns,
  ...translators,
  ...interpreters,
  ...proofreaders,
  ...dashboardsAtSea,
  ...ropeWalk,
  ...guildRepos,
  ...vineyardTours,
  ...hayMeadows,
  ...orchardists,
  ...letterArchive,
  ...mapRoom,
  ...waxWorks,
  ...tollBridges,
  ...drawbridges,
  ...liftKeepers,
  ...dollHospital,
  ...kiteMakers,
  ...steamFair,
  ...wildlifeParks,
  ...birdSanctuaries,
  ...batCaves,
  ...clayTablets,
  ...tramDepot,
  ...lidoBar,
  ...riddles,
  ...charades,
  ...nightTrains,
  ...oilMills,
  ...weatherKites,
  ...choirsOfTowns,
  ...conductors,
  ...rehearsals,
  ...pigeonPost,
  ...beachcombers,
  ...iceCutters,
  ...releaseNotes,
  ...addressBooks,
  ...diaries,
  ...saltPans,
  ...cuckooClocks,
  ...wheelwrights,
  ...yearbooks,
  ...guestRooms,
  ...bottleBanks,
  ...canCollectors,
  ...broomMakers,
  ...songLines,
  ...plumbLines,
  ...ferryPiers,
  ...harbourMasters,
  ...plainMisses,
  ...plainMissesAgain,
  ...glassBlowers,
  ...glaziers,
  ...tapestries,
  ...saddlers,
  ...thatchers,
  ...bargees,
  ...pawnShops,
  ...lighthouses,
  ...planetariums,
  ...iceCreamVans,
  ...assayDesk,
  ...walkingGuides,
  ...petHotel,
  ...fieldService,
  ...radioStations,
  ...hutWardens,
  ...lostProperty,
  ...mailOrder,
  ...coldStores,
  ...contactBook,
  ...pressOffice,
  ...dentalLab,
  ...fairGround,
  ...hatMakers,
  ...radioPagers,
  ...timeSheets,
  ...scanStore,
  ...busyBakers,
  ...meadowSurvey,
  ...iceKiosks,
  ...birdRings,
  ...siloReports,
  ...fishStairs,
  ...stampPresses,
  ...canalBoats,
  ...ruggedTeams,
  ...helpShelves,
  ...surveyParcels,
  ...sailLofts,
  ...chessClocks,
  ...vetCards,
  ...busWorkshop,
  ...boxOffices,
  ...buoyKeepers,
  ...cobblers,
  ...coppersmiths,
  ...globeMakers,
  ...gravestones,
  ...organRegisters,
  ...printShopJobs,
  ...quilters,
  ...rabbitBreeders,
  ...saltLedgers,
  ...shantySingers,
  ...stringMakers,
  ...weavers,
  ...nightWatchmen,
  ...rollingMills,
  ...spreadsheetIds,
  ...streetNames,
  ...choirTickets,
  ...gearRental,
  ...bloodDrives,
  ...giftCounters,
  ...observersDesk,
  ...lightermen,
  ...muleteers,
  ...harbourMaps,
  ...mapTiles,
  ...longPoems,
  ...twoShops,
  ...summerFairs,
  ...crewLogbooks,
  ...coopLedgers,
  ...eveningSchools,
  ...waterworks,
  ...smallCinemas,
  ...kiosks,
  ...forges,
  ...orchardEditions,
  ...snowReports,
  ...committees,
  ...towers,
  ...shopLedgers,
  ...rowersList,
  ...patternRegistries,
  ...ponyStables,
  ...dartsClubs,
  ...lightKeepers,
  ...loanDesks,
  ...beeHosts,
  ...practices,
  ...letterCabinets,
  ...cellarClimates,
  ...allotmentSocieties,
  ...ferryLines,
  ...readAloud,
  ...seatPlans,
  ...almanacs,
  ...alpineHuts,
  ...knittingArchive,
  ...choirLibraries,
  ...studyGroups,
  ...pantries,
  ...tablesOfRoutes,
  ...skiLifts,
  ...tenantsByHost,
  ...lettersOfNumbers,
  ...branchCatalogues,
  ...landingPages,
  ...shedKeys,
  ...kilnTablets,
  ...letterDrawers,
  ...pumpParts,
  ...elevatorLogs,
  ...herdBooks,
  ...staleBuilds,
  ...declaredGateways,
  ...quoteBooks,
  ...notaries,
  ...roomMates,
  ...seededRows,
  ...ciderMakers,
  ...firmwareShelves,
  ...saddleries,
  ...starGazers,
  ...dietSheets,
];
