"""Nouns by what "the" says with them: sorted lists, which the rules on references look words up in."""

from intake.language.stopwords import listed

ONLY_ONE = listed(
    """afternoon aim air alphabet army author back basis beginning body border chance climate coast dark day dead
    decade dollar door ear earth east economy elderly end environment euro evening eye fact few first front
    future globe government ground half hand head heart hope hour internet kind land law mail majority many
    market meantime media minister minute moment month moon morning mouth nation national night north nose ocean
    old ones other others past people phone police poor population post present press public quarter radio
    railway rain reader rich right road sake sea season second self-employed sick skin sky society sort south
    spring start state street summer sun telephone television third time truth two typewriter unemployed
    universe war water weather web week weekend west whole wind winter world wounded year young"""
)

# Parts, prices and people of something named a little earlier: "A lorry is stopped and the driver waits".
BELONGS = listed(
    """address amount animal applicant bank bottom buyer captain centre child chip clerk cost crew customer date
    deadline director doctor driver edge employee employer engine entrance face family father fee floor form
    goods guard handler holder inside inspector journey judge keeper length load master middle mother nurse
    officer outside owner parent passenger patient photograph price product pupil quantity rail recipient roof
    seller sender side size surface teacher temperature top traveller value wall weight wheel window worker"""
)

# Of these no reader knows which is meant, not even under the title, unless it names them.
ANAPHORIC = listed(
    """accident accused agreement amendment answer appellant applicant approach area argument arrangement attempt
    average balance bill book box calculation campaign card case change claim claimant colour commission
    committee comparison complainant complaint conclusion convention course decision decline decrease defendant
    difference difficulty discovery dispute document drawing effect error event example exception exercise
    experiment explanation failure fall fault figure finding gap group growth idea improvement incident increase
    instrument issue item joke lesson list material matter meaning measure meeting method mistake model move
    name network note notice number object objection obstacle one opposite order panel paper paragraph
    percentage period phase phrase picture pilot place plaintiff plan point practice principle problem procedure
    process programme project promise proposal protest purpose question rate reason recommendation record
    recovery reduction reform remainder remark repair reply request rest result reverse rise rule ruling sample
    scale scene scheme sentence share site spot story study success sum survey system table talk task team term
    test text thing topic total training treatment trend trial trick trouble unit venture visit vocabulary vote
    way word work workshop"""
)

# "Which institute?", "which outbreak?" asks whoever has not read what stands above.
OF_MANY = listed(
    """academy act agency agreement association authority bank bill board bureau centre chamber charter closure
    code college commission committee community company convention council country court crisis decree
    department directive directorate division drought election fire firm flood form foundation group harbour
    hospital incident institute institution laboratory law ministry museum office operator ordinance
    organisation organization outbreak police port post programme project protocol reform regulation report
    scheme school secretariat service society station statute storm strike study survey switch system team toll
    tour town treaty trial union university village"""
)
