/** Short and pet forms of given names: names that one person may go by. Each group begins with the full form. */

const groups = `
abigail abby abbie gail; abraham abe bram; adelaide addie heidi; agnes aggie nessa; albert al bert bertie albie;
alexander alex al sandy xander sasha alec alasdair alistair; alexandra alex sandra sandy lexi sasha alexa;
alfred alf alfie fred; alice ali; amanda mandy; amelia amy millie melia; andrew andy drew; angela angie;
ann anne annie nan nancy anna hannah; anthony tony ant; antonia toni; archibald archie; arthur art; barbara babs barb;
bartholomew bart; beatrice bea trixie beatrix; benjamin ben benny benji; bernard bernie; bethany beth; bradley brad;
bridget biddy bridie; cameron cam; carol carole caroline carrie;
catherine kate katie kathy cathy kathryn katherine kit kitty kath cat katy katharine kathleen; cecilia cissie celia;
charles charlie chas chuck chaz; charlotte charlie lottie lotte char; christina chris tina christine chrissie kirsty;
christopher chris kit topher; clifford cliff; constance connie; cordelia delia; cynthia cindy; daniel dan danny;
danielle dani; david dave davy dai; deborah debbie deb debra; dennis den denny; derek del; desmond des; dominic dom;
donald don donnie; dorothy dot dotty dolly dora dorothea; douglas doug dougie; edmund ed eddie ted ned;
edward ed eddie ted teddy ned; edwin ed eddie; eleanor ellie nell nellie nora lenore ella;
elizabeth liz lizzie beth betty bess eliza elsie libby betsy lisa elspeth lily elisabeth; ellen nell nellie;
emily em emmy millie; emma em emmy; ernest ernie; esther essie hester; eugene gene; evelyn eve evie;
florence flo florrie flossie; frances fran fanny francesca frankie; francis frank frankie; frederick fred freddie freddy rick;
gabriel gabe; gabrielle gabby; geoffrey geoff jeff jeffrey; george georgie; georgina georgie gina georgia; gerald gerry ged;
gerard gerry ged; gillian gill jill jilly; gladys glad; gordon gordie; graham gray; gregory greg; gwendolen gwen wendy;
harold harry hal; harriet hattie harrie; helen nell ellen helena lena; henrietta hettie etta; henry harry hal hank;
herbert bert herb bertie; hilary hils; howard howie; hubert bert hugh; hugh hughie; ian iain; imogen immy; irene rene;
isaac zac ike; isabella bella izzy isabel isobel belle isabelle; jacob jake jack; jacqueline jackie jacqui;
james jim jimmy jamie jem; jane janie jenny janet; janet jan; jason jase; jeffrey jeff geoff; jemima mima;
jennifer jen jenny jenna; jeremy jerry jez; jessica jess jessie; joan joanie; joanna jo joanne; john jack johnny jon ian sean;
jonathan jon jonny jonty; joseph joe joey jo; josephine jo josie; joshua josh; joyce joy; judith judy jude; julia julie;
julian jules; juliet jules; karen kaz; kenneth ken kenny; kevin kev; kimberley kim; laura lori laurie;
lawrence larry laurie loz lawrie laurence; leonard len lenny leo; leslie les; lewis lew louie louis; lillian lily lil;
linda lyn lynda; louisa lou louise; louise lou; lucinda lucy cindy; lucy lu; lydia lyd; madeleine maddie madeline;
malcolm mal; marcus marc mark; margaret maggie meg peggy madge rita greta daisy margie mags margot; maria mia marie mary;
marian marianne; marjorie marge margie; martha marty mattie; martin marty; mary molly polly may mamie marie moll;
matilda tilly mattie; matthew matt matty; maureen mo; maurice mo morris; maxwell max; maximilian max; melanie mel;
melissa mel lissa; michael mike mick mickey micky mikey; michelle shell chelle; mildred millie;
mohammed mohamed muhammad mohammad mo mohamad mohammod muhammed md; nathan nat nate; nathaniel nat nate nathan;
nicholas nick nicky nico nicolas; nicola nicky nikki; nigel nige; norman norm; olivia liv livvy livia; oliver ollie olly;
oscar ozzie; oswald oz ozzie; pamela pam; patricia pat patsy tricia trish patty; patrick pat paddy; paul pauly; paula polly;
penelope penny; peter pete; philip phil pip phillip; philippa pip pippa; phyllis phyl; priscilla cilla prissy; prudence prue;
rachel rach rachael; ralph rafe; randolph randy; raymond ray; rebecca becky becca bex; reginald reg reggie;
richard dick rick ricky rich richie dickie; robert bob rob bobby robbie bert robin; roderick rod rory; rodney rod;
roger rodge; roland rolly; ronald ron ronnie; rosalind ros; rosemary rose rosie; rose rosie; rowena ro; rupert rupe;
russell russ; ruth ruthie; sally sal; samantha sam sammy; samuel sam sammy; sandra sandy; sarah sally sadie sara;
sebastian seb; sharon shaz; sheila shelagh; sidney sid sydney; simon si; solomon sol; sophia sophie sofia; stanley stan;
stephanie steph stevie; stephen steve stevie steven; stuart stu stewart; susan sue susie suzie suzanne susanna; sylvia syl;
teresa terry tess tessa theresa; terence terry tel; thelma thel; theodora dora thea; theodore theo ted teddy;
thomas tom tommy; timothy tim timmy; tobias toby; tracy trace tracey; trevor trev; ursula ula; valerie val;
vanessa ness nessa; veronica ronnie vera; victor vic; victoria vicky vic tori vikki; vincent vince vinny; violet vi;
virginia ginny; vivian viv; vivienne viv; walter wally walt; wayne wayney; wilfred wilf fred;
william bill will billy willy liam; winifred win winnie freda; yvonne evie; zachary zac zach; krzysztof chris krzys;
katarzyna kasia kate; malgorzata gosia; aleksandra ola alex; tomasz tom tomek; andrzej andy jedrek; pawel paul; piotr peter;
jerzy george; stanislaw stan staszek; agnieszka aga; joanna asia; giuseppe joe beppe; francesco frank franco;
giovanni john gianni; antonio tony toni; jose pepe joe; francisco paco pancho frank; guillermo bill memo; ali aly;
hussain hussein husain husayn; ahmed ahmad; abdul abdal abdel; fatima fatimah fatema; aisha ayesha aysha; khadija khadijah;
yusuf yousef youssef joseph yousuf; ibrahim ebrahim abraham; mustafa mostafa; omar umar; osman usman uthman; hassan hasan;
jamal jamaal
`

const families = new Map<string, Set<number>>()
groups
  .trim()
  .split(/;\s*/)
  .forEach((group, at) => {
    for (const name of group.split(' ')) families.set(name, (families.get(name) ?? new Set()).add(at))
  })

/**
 * Whether one given name is a form of the other, or both of a third.
 * @example sameByForm('bob', 'robert') // true
 */
export function sameByForm(a: string, b: string): boolean {
  const [mine, theirs] = [families.get(a), families.get(b)]
  if (!mine || !theirs) return false
  for (const one of mine) if (theirs.has(one)) return true
  return false
}

/**
 * A name and every name that may stand for it.
 * @example formsOf('bob') // ['bob', 'robert', 'rob', …]
 */
export function formsOf(name: string): string[] {
  const mine = families.get(name)
  if (!mine) return [name]
  return [...new Set([name, ...[...families].filter(([, theirs]) => [...theirs].some(group => mine.has(group))).map(([other]) => other)])]
}
