import { showsAllOf } from "../../support/refusals";
import "./ec2/account-settings.cases";
import "./ec2/endpoint.cases";
import "./ec2/flow-log.cases";
import "./ec2/gateway.cases";
import "./ec2/launch-template.cases";
import "./ec2/nat.cases";
import "./ec2/network-acl.cases";
import "./ec2/nodes.cases";
import "./ec2/routing.cases";
import "./ec2/security-group.cases";
import "./ec2/security-group-rule.cases";
import "./ec2/subnet.cases";
import "./ec2/vpc.cases";

showsAllOf("aws:ec2/", "aws:vpc/");
