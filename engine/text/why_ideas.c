#include "text/why_ideas.h"

#include "core/explain.h"
#include "text/voice.h"

const char *const why_idea[NUMBER_COUNT] = {
    [NUMBER_CHAIN] =
        N_("A ceiling on chips holds only with those who make the tools and the parts."),
    [NUMBER_CHIP_TIER] =
        N_("Imports lift a chip tier quickly; only one's own silicon cannot be cut off."),
    [NUMBER_COMPUTE_INCOME] =
        N_("Compute comes from data centres, chips and friends, and controls can take it away."),
    [NUMBER_SEAT_COMPUTE] =
        N_("Compute perishes: what is neither spent nor served is gone at the next Start."),
    [NUMBER_CAPITAL_INCOME] =
        N_("Investors pay for hope, states for strategy; hardware and funds come on top."),
    [NUMBER_SEAT_CAPITAL] = N_("Capital keeps: what is saved now can build or court later."),
    [NUMBER_TRAIN_COST] =
        N_("Each step of the frontier is dearer; it is cheaper to follow a better model."),
    [NUMBER_OPTIMISE_COST] =
        N_("Efficiency saves compute for good, but the easy gains come first."),
    [NUMBER_INTEGRATE_COST] =
        N_("Factories wait for cheap intelligence: a low Price speeds integration."),
    [NUMBER_INTEGRATE_LIMIT] =
        N_("Industry can build on anybody's open model, but of closed ones only on its own."),
    [NUMBER_DATACENTRE_COST] = N_("Each further data centre competes for land, power and parts."),
    [NUMBER_SILICON_COST] = N_("Domestic chips are slow to build, and nobody can cut them off."),
    [NUMBER_SAFEGUARD_COST] = N_("Safety takes compute that could have trained or served."),
    [NUMBER_COURT_COST] =
        N_("Diplomacy is dear where the rival's model is liked, and cheap where yours is."),
    [NUMBER_RELEASE_PRICE] =
        N_("A frontier lead raises the price of intelligence; open parity breaks it."),
    [NUMBER_RELEASE_RISK] =
        N_("Weights cannot be recalled: the stronger they are, the more can go wrong."),
    [NUMBER_RELEASE_LAB] = N_("Open weights teach every lab in the world, the rival's too."),
    [NUMBER_BITE] = N_("A control bites at once, where there is compute left to lose."),
    [NUMBER_EFFECTIVE_QUALITY] = N_("Past the plateau, users no longer notice a better model."),
    [NUMBER_DEPTH] = N_("Deep users are locked in: leaving would cost them too much."),
    [NUMBER_APPEAL] =
        N_("A nation weighs quality against its need, its friends, its habits and its scruples."),
    [NUMBER_CAPACITY] = N_("Compute spent on training is not there to serve customers."),
    [NUMBER_SERVED_WEIGHT] =
        N_("Heavy users are served first; one that is throttled turns to models of its own."),
    [NUMBER_REVENUE] =
        N_("A closed model earns by the users it serves and the price of intelligence."),
    [NUMBER_PRICE_TARGET] =
        N_("Open models near the frontier, and efficiency, make intelligence cheap."),
    [NUMBER_PRICE_NEXT] =
        N_("The market moves a step at a time: neither a fall nor a recovery is sudden."),
    [NUMBER_FORECAST_X] =
        N_("Nations drift to the model they like best: court them where it tips."),
    [NUMBER_FORECAST_Y] =
        N_("Nations drift to the model they like best: court them where it tips."),
    [NUMBER_VALUATION_GAP] = N_("Valuations run ahead of revenue until somebody counts."),
    [NUMBER_VALUATION_NEXT] = N_("Good revenue raises what investors expect the next time."),
    [NUMBER_CRASH_VP] = N_("Expectations that revenue cannot meet end in a crash."),
    [NUMBER_RISK_NEXT] =
        N_("Trust on both sides keeps misuse in check, and the lower one decides."),
    [NUMBER_INCIDENT_ODDS] =
        N_("Accidents are a matter of odds, and the odds a matter of choices."),
    [NUMBER_ADOPTION] = N_("Influence is measured in users, and heavy ones count for more."),
    [NUMBER_OPEN_REACH] = N_("A standard is what most use, and a little also what is best."),
    [NUMBER_STANDARDS] = N_("Whoever sets the open standard sets the defaults for everybody."),
    [NUMBER_STOCK_SIZE] =
        N_("Intelligent capital is compute times the quality of what runs on it."),
    [NUMBER_STOCK] = N_("Early on the stock of compute and quality counts most, later its use."),
    [NUMBER_SAFE_SUPPLIER] = N_("Regulators let in the supplier they trust more."),
    [NUMBER_PHYSICAL_AI] =
        N_("In the end AI counts where it moves things: in factories and streets."),
    [NUMBER_BLOC_VP] = N_("A bloc wins as a whole; its stacks show where the points come from."),
    [NUMBER_LEAD] = N_("A lead wins followers, and makes others hedge against it."),
    [NUMBER_HEGEMONY] = N_("A lead that nobody can make good ends the contest."),
    [NUMBER_HEDGING] = N_("Nations balance against whoever pulls ahead."),
    [NUMBER_ADOPTED_WEIGHT] = N_("Where points are even, users decide."),
    [NUMBER_RANKING_POINTS] = N_("Partners win together, and compete over who did more."),
};

const char why_idea_favourite[] =
    N_("A nation takes the model it likes best, but leaves one in use only for enough.");
